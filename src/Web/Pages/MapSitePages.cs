using Microsoft.AspNetCore.Http.HttpResults;
using Twente.Igw.Areas;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Access;
using Twente.Igw.Web.Hosting;

namespace Twente.Igw.Web.Pages;

/// <summary>The pages of a gemeente and where they are.</summary>
internal static class MapSitePages
{
    public static void MapPages(this IEndpointRouteBuilder app)
    {
        MapFigurePages(app.MapGroup("").Needs(Permission.ReadFigures));
        MapDeliveryPages(app.MapGroup("").Needs(Permission.ReadDeliveries));
        app.MapRevisionPages();
        app.MapAgreementPages();
        app.MapMappingPages();
        app.MapDivisionPages();
        app.MapAdministrationPages();
        app.MapAccountPages();
        app.MapBoroughPages();
        app.MapCategoryPages();
        app.MapOperatorPages();
        app.MapTokenPages();
        app.MapLogPages();
        app.MapSupplierPages();
        app.MapRegionPages();
        app.MapPublishingPages();
        app.MapPost("/leveringen/{nummer:long}/besluit", DecideOnPage.Post).Needs(Permission.DecideDeliveries);
    }

    private static void MapFigurePages(IEndpointRouteBuilder app)
    {
        var figures = app.MapGroup("").AddEndpointFilter(ShowRefusal);
        figures.MapGet("/", Overview).WithMetadata(new FollowsFromFigures());
        figures.MapGet("/buurten", Municipality).WithMetadata(new FollowsFromFigures());
        figures.MapGet("/buurten/{gebied}", Neighbourhood).WithMetadata(new FollowsFromFigures());
        figures.MapGet("/omstandigheden", Circumstances).WithMetadata(new FollowsFromFigures());
        app.MapGet("/definities", Definitions).WithMetadata(new FollowsFromFigures());
        app.MapGet("/csv/cijfers", ExportCsv.Figures);
        app.MapGet("/csv/reeks", ExportCsv.Series);
        app.MapGet("/csv/tijdstip", ExportCsv.Moments);
        app.MapGet("/csv/omstandigheden", ExportCircumstances.Get);
    }

    private static void MapDeliveryPages(IEndpointRouteBuilder app)
    {
        app.MapGet("/leveringen", Deliveries);
        app.MapContractPages();
        app.MapGet("/leveringen/bewaartermijnen", Retention);
        app.MapGet("/leveringen/{nummer:long}", Delivery);
        app.MapGet("/leveringen/{nummer:long}/ontvangstbewijs", Receipt);
        app.MapGet("/csv/bevindingen/{nummer:long}", ExportCsv.FindingsOf);
    }

    /// <summary>Figures that may not be shown make a page that says so, and what to do.</summary>
    private static async ValueTask<object?> ShowRefusal(
        EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (PageRefusedException refused)
        {
            return new RazorComponentResult<NotShownPage>(new { refused.Refusal.Sentence })
            {
                StatusCode = StatusCodes.Status403Forbidden,
            };
        }
    }

    private static async Task<IResult> Overview(HttpRequest request, ReadOverview read, CancellationToken cancel) =>
        await read.Execute(request.Query, cancel) is { } view
            ? new RazorComponentResult<OverviewPage>(new { View = (object)view })
            : new RazorComponentResult<NothingYetPage>(new { Part = "Overzicht" });

    private static async Task<IResult> Municipality(
        HttpRequest request, ReadNeighbourhood read, CancellationToken cancel) =>
        await read.Execute(null, request.Query, cancel) is { } view
            ? new RazorComponentResult<AreaPage>(new { View = (object)view })
            : new RazorComponentResult<NothingYetPage>(new { Part = "Buurten" });

    private static async Task<IResult> Neighbourhood(
        string gebied, HttpRequest request, ReadNeighbourhood read, CancellationToken cancel) =>
        AreaCode.TryParse(gebied, out var area) && await read.Execute(area, request.Query, cancel) is { } view
            ? new RazorComponentResult<AreaPage>(new { View = (object)view })
            : Results.NotFound();

    private static async Task<IResult> Circumstances(
        HttpRequest request, ReadCircumstances read, CancellationToken cancel) =>
        await read.Execute(request.Query, cancel) is { } view
            ? new RazorComponentResult<CircumstancesPage>(new { View = (object)view })
            : new RazorComponentResult<NothingYetPage>(new { Part = "Omstandigheden" });

    private static async Task<IResult> Definitions(
        KeyFigureStore figures, CubeStore cubes, CancellationToken cancel) =>
        new RazorComponentResult<DefinitionsPage>(
            new { (await figures.Current(cancel)).List, (await cubes.Current(cancel)).Tree });

    private static async Task<IResult> Deliveries(
        ListDeliveries list, ListFeeds feeds, StorageState storage, CancellationToken cancel) =>
        new RazorComponentResult<DeliveriesPage>(new
        {
            Lines = await list.Execute(cancel), Waiting = await list.Waiting(cancel),
            Feeds = await feeds.Execute(cancel), storage.AwaySince,
        });

    private static async Task<IResult> Retention(PlanRetention plan, ListProofs proofs, CancellationToken cancel) =>
        new RazorComponentResult<RetentionPage>(
            new { Plan = await plan.Execute(cancel), Proofs = await proofs.Execute(cancel) });

    private static async Task<IResult> Delivery(
        long nummer, string? bericht, ShowDelivery show, CancellationToken cancel) =>
        await show.Execute(nummer, cancel) is { } delivery
            ? new RazorComponentResult<DeliveryPage>(
                new { Delivery = delivery, Message = DecideOnPage.MessageOf(bericht) })
            : Results.NotFound();

    private static async Task<IResult> Receipt(long nummer, IssueReceipt issue, CancellationToken cancel) =>
        await issue.Execute(nummer, isRepeat: false, cancel) is { } receipt
            ? Results.File(
                System.Text.Encoding.UTF8.GetBytes(receipt.ToJson()), "application/json",
                $"ontvangstbewijs-{nummer}.json")
            : Results.NotFound();
}
