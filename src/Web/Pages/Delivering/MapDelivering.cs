using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;
using Twente.Igw.Deliveries;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Access;
using Twente.Igw.Web.Delivering;

namespace Twente.Igw.Web.Pages;

/// <summary>The pages of the host of suppliers: what is expected, delivering, and what became of it.</summary>
internal static class MapDelivering
{
    public static void MapSupplierPages(this IEndpointRouteBuilder app)
    {
        var suppliers = app.MapGroup("").On(SitePart.Supplier).Needs(Permission.Deliver);
        suppliers.MapGet("/", Start);
        suppliers.MapGet("/aanleveren", Form);
        suppliers.MapPost("/aanleveren", Offer).RequireRateLimiting(LimitDelivering.Policy);
        suppliers.MapGet("/aanleveren/{gemeente}/{aanbod:guid}", Checked);
        suppliers.MapGet("/aanleveren/{gemeente}/{aanbod:guid}/bevindingen", FindingsOfOffer);
        suppliers.MapPost("/aanleveren/{gemeente}/{aanbod:guid}", Deliver)
            .WithMetadata(new Microsoft.AspNetCore.Antiforgery.RequireAntiforgeryTokenAttribute())
            .RequireRateLimiting(LimitDelivering.Policy);
        suppliers.MapGet("/leveringen/{gemeente}/onderweg/{aankomst:long}", UnderWay);
        suppliers.MapGet("/leveringen/{gemeente}/onderweg/{aankomst:long}/gebeurtenissen", Events)
            .RequireRateLimiting(LimitFollowing.Policy);
        suppliers.MapGet("/voorbeeld/{gemeente}", ExampleFile.Get);
        suppliers.MapOwnDeliveries();
        suppliers.MapSpecification();
    }

    private static async Task<IResult> Start(
        ReadSupplier supplier, ListExpected expected, ExampleFile.Offered example, CancellationToken cancel) =>
        new RazorComponentResult<ExpectedPage>(new
        {
            Expected = await expected.Execute(await supplier.Reach(cancel), cancel), HasExamples = example.IsOffered,
        });

    private static async Task<IResult> Form(ReadSupplier supplier, CancellationToken cancel) =>
        new RazorComponentResult<OfferPage>(new { Reach = await supplier.Reach(cancel) });

    private static async Task<IResult> Offer(
        HttpContext http, ReadSupplier supplier, ReadUpload read, CheckOffer check, CancellationToken cancel)
    {
        var reach = await supplier.Reach(cancel);
        switch (await read.Execute(http, reach, isForm: true))
        {
            case Upload.Stored stored:
                var offer = await check.Execute(stored.Offer, stored.Manifest, cancel);
                return Results.Redirect($"/aanleveren/{stored.Offer.Key.Place}/{offer.Id}");
            case Upload.Refused refused:
                if (refused.Code == "delivery.no-agreement")
                    await supplier.RecordCrossing(cancel);
                return new RazorComponentResult<OfferPage>(new { Reach = reach, Fault = refused.Sentence })
                {
                    StatusCode = StatusCodes.Status422UnprocessableEntity,
                };
            default:
                throw new InvalidOperationException("A file that is sent is stored or refused.");
        }
    }

    private static async Task<IResult> Checked(
        string gemeente, Guid aanbod, ReadSupplier supplier, ShowOffer show, CancellationToken cancel)
    {
        var reach = await supplier.Reach(cancel);
        if (await show.Execute(reach, new OfferKey(gemeente, aanbod), cancel) is not { } open)
            return await Missing(supplier, cancel);
        return new RazorComponentResult<CheckedPage>(new { Open = open, Reach = reach });
    }

    private static async Task<IResult> FindingsOfOffer(
        string gemeente, Guid aanbod, ReadSupplier supplier, ShowOffer show, CancellationToken cancel) =>
        await show.Execute(await supplier.Reach(cancel), new OfferKey(gemeente, aanbod), cancel) is { } open
            ? FindingsCsv.Of(open.Offer.FileName, "bevindingen van de controle", open.Offer.Check.Findings)
            : await Missing(supplier, cancel);

    private static async Task<IResult> Deliver(
        string gemeente, Guid aanbod, ReadSupplier supplier, [AsParameters] Deliverers with, CancellationToken cancel)
    {
        var reach = await supplier.Reach(cancel);
        if (await with.Show.Execute(reach, new OfferKey(gemeente, aanbod), cancel) is not { } open)
            return await Missing(supplier, cancel);
        if (await with.Deliver.Execute(open, supplier.Actor, cancel) is not { } number)
            return Results.Redirect($"/aanleveren/{gemeente}/{aanbod}");
        var progress = await with.Wait.Execute(reach, gemeente, number, AwaitDecision.Moment, cancel);
        return Results.Redirect(
            progress?.Address is null ? $"/leveringen/{gemeente}/onderweg/{number}" : progress.Page);
    }

    private static async Task<IResult> UnderWay(
        string gemeente, long aankomst, ReadSupplier supplier, AwaitDecision wait, CancellationToken cancel) =>
        await wait.Look(await supplier.Reach(cancel), gemeente, aankomst, cancel) switch
        {
            null => await Missing(supplier, cancel),
            { Address: not null } done => Results.Redirect(done.Page),
            var progress => new RazorComponentResult<ProgressPage>(
                new { progress.FileName, progress.IsLost, Address = $"/leveringen/{gemeente}/onderweg/{aankomst}" }),
        };

    /// <summary>Tells the page when it is decided; a browser that loses the line asks again by itself.</summary>
    private static async Task<IResult> Events(
        string gemeente, long aankomst, ReadSupplier supplier, AwaitDecision wait, CancellationToken cancel)
    {
        var reach = await supplier.Reach(cancel);
        return await wait.Look(reach, gemeente, aankomst, cancel) is null
            ? await Missing(supplier, cancel)
            : TypedResults.ServerSentEvents(Decided(reach, gemeente, aankomst, wait, cancel));
    }

    private static async IAsyncEnumerable<SseItem<string>> Decided(
        SupplierReach reach, string place, long number, AwaitDecision wait,
        [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var progress in wait.Follow(reach, place, number, cancel))
            yield return progress is { IsOver: false }
                ? new SseItem<string>("wacht", "stand")
                : new SseItem<string>(progress?.Address is null ? "" : progress.Page, "besloten");
    }

    /// <summary>Not hers or not there, which is the same; on the record.</summary>
    internal static async Task<IResult> Missing(ReadSupplier supplier, CancellationToken cancel)
    {
        await supplier.RecordCrossing(cancel);
        return Results.NotFound();
    }
}

/// <summary>What delivering needs.</summary>
internal sealed record Deliverers(ShowOffer Show, DeliverOffer Deliver, AwaitDecision Wait);
