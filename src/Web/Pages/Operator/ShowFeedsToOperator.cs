using Microsoft.AspNetCore.Http.HttpResults;
using Twente.Igw.Deliveries;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Access;

namespace Twente.Igw.Web.Pages;

/// <summary>
/// How the feeds of all gemeenten are doing, for the operator alone: technical state and no figures.
/// </summary>
internal static class ShowFeedsToOperator
{
    public static void MapOperatorPages(this IEndpointRouteBuilder app)
    {
        var operators = app.MapGroup("").On(SitePart.Operator).Needs(Permission.OperatePlatform);
        operators.MapGet("/", () => Results.Redirect("/leveringsstand"));
        operators.MapGet("/leveringsstand", Answer);
    }

    private static async Task<IResult> Answer(
        ITenantCatalogue tenants, ITenantScopes scopes, StorageState storage, CancellationToken cancel)
    {
        var rows = new List<OperatorRow>();
        foreach (var tenant in await tenants.List(cancel))
            rows.Add(await Look(scopes, tenant, cancel));
        return new RazorComponentResult<OperatorFeedsPage>(new { Given = (object)rows, storage.AwaySince });
    }

    /// <summary>One gemeente's trouble leaves the others to be seen.</summary>
    private static async Task<OperatorRow> Look(ITenantScopes scopes, Tenant tenant, CancellationToken cancel)
    {
        try
        {
            await using var scope = await scopes.Open(tenant.Id, cancel);
            return new OperatorRow(
                $"{tenant.Id} {tenant.Name}", await scope.Get<ListFeeds>().Execute(cancel),
                await scope.Get<ListContacts>().Unsent(cancel))
            {
                Unscanned = (await scope.Get<ListDeliveries>().Waiting(cancel)).Min(f => f.UnscannedSince),
            };
        }
        catch (Exception failure) when (failure.IsDatabaseTrouble() || failure is UnknownTenantException)
        {
            return new OperatorRow($"{tenant.Id} {tenant.Name}", null, 0);
        }
    }
}

/// <summary>A gemeente on the operator's page.</summary>
/// <param name="Name">Her code and name.</param>
/// <param name="Feeds">Null when her data cannot be reached.</param>
/// <param name="Unsent">Mails that wait to be sent.</param>
internal sealed record OperatorRow(string Name, IReadOnlyList<FeedHealth>? Feeds, int Unsent)
{
    /// <summary>Since when a file waits for a look for harmful software; null when none does.</summary>
    public DateTime? Unscanned { get; init; }
}
