using Microsoft.AspNetCore.Http.HttpResults;
using Twente.Igw.Deliveries;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Access;

namespace Twente.Igw.Web.Pages;

/// <summary>The pages on which a gemeente sees and decides why feeds may exist.</summary>
internal static class MapAgreements
{
    public static void MapAgreementPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/leveringen/afspraken", List).Needs(Permission.ReadDeliveries);
        app.MapGet("/leveringen/afspraken/{afspraak:guid}", Show).Needs(Permission.ReadDeliveries);
        app.MapPost("/leveringen/afspraken/{afspraak:guid}", AlterOnPage.Post).Needs(Permission.ManageAgreements);
    }

    private static async Task<IResult> List(
        ListAgreements list, ICurrentTenant current, TimeProvider time, CancellationToken cancel) =>
        new RazorComponentResult<AgreementsPage>(new
        {
            Lines = await list.Execute(current.Tenant.Id, cancel), Today = time.DutchToday(),
        });

    private static async Task<IResult> Show(
        Guid afspraak, string? bericht, ShowAgreement show, ICurrentTenant current, CancellationToken cancel) =>
        await show.Execute(current.Tenant.Id, afspraak, cancel) is { } agreement
            ? AlterOnPage.Page(agreement, AgreementForm.Of(agreement), AlterOnPage.MessageOf(bericht))
            : Results.NotFound();
}
