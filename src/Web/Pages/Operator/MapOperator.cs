using Microsoft.AspNetCore.Http.HttpResults;
using Twente.Igw.Deliveries;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Access;

namespace Twente.Igw.Web.Pages;

/// <summary>
/// How the platform is doing, for the operator alone: technical state and no figures.
/// </summary>
internal static class MapOperator
{
    public static void MapOperatorPages(this IEndpointRouteBuilder app)
    {
        var operators = app.MapGroup("").On(SitePart.Operator).Needs(Permission.OperatePlatform);
        operators.MapGet("/", () => Results.Redirect("/gemeenten"));
        operators.MapGet("/gemeenten", Tenants);
        operators.MapGet("/leveringsstand", Feeds);
        operators.MapGet("/leveranciers", Suppliers);
        operators.MapGet("/wachtrijen", Queues);
        operators.MapGet("/gezondheid", Health);
    }

    private static async Task<IResult> Tenants(ReadTenants read, CancellationToken cancel) =>
        new RazorComponentResult<OperatorTenantsPage>(
            new { Given = (object)await read.Execute(cancel), Engine = read.Engine.Name });

    private static async Task<IResult> Feeds(ReadTenants read, StorageState storage, CancellationToken cancel) =>
        new RazorComponentResult<OperatorFeedsPage>(
            new { Given = (object)await read.Execute(cancel), storage.AwaySince });

    private static async Task<IResult> Suppliers(
        ListSuppliers suppliers, ListClients clients, CancellationToken cancel) =>
        new RazorComponentResult<OperatorSuppliersPage>(new
        {
            Suppliers = await suppliers.Execute(cancel),
            Clients = (await clients.Execute(cancel)).ToLookup(c => c.Supplier, StringComparer.Ordinal),
        });

    private static RazorComponentResult<OperatorQueuesPage> Queues(Hangfire.JobStorage jobs) =>
        new(new { Given = (object)QueueState.Read(jobs) });

    private static async Task<IResult> Health([AsParameters] HealthSources from, CancellationToken cancel) =>
        new RazorComponentResult<OperatorHealthPage>(new { Given = (object)await PlatformHealth.Read(from, cancel) });
}
