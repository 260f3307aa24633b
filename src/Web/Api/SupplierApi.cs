using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Twente.Igw.Deliveries;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Access;
using Twente.Igw.Web.Delivering;
using Twente.Igw.Web.Pages;

namespace Twente.Igw.Web.Api;

/// <summary>
/// <c>/api/v1/leveringen</c> on the host of suppliers: delivering by a program, with a token or a session. An address
/// names the gemeente and the number that the delivery has with her; what is not the supplier's is not there.
/// </summary>
internal static class SupplierApi
{
    public const string Deliveries = MapApiVersion1.Root + "/leveringen";

    /// <summary>A program waits a little longer than a person; then it asks again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void MapSupplierApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(Deliveries).On(SitePart.Supplier).Needs(Permission.Deliver)
            .RequireRateLimiting(LimitDelivering.Policy).WithTags("leveringen")
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status429TooManyRequests);
        api.MapPost("", Deliver).WithName("aanleveren").WithSummary("Lever een bestand aan")
            .Produces<ReceivedDelivery>(StatusCodes.Status202Accepted).Produces<ReceivedDelivery>()
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("", List).WithName("mijnLeveringen").WithSummary("Eigen leveringen, de nieuwste eerst")
            .Produces<SupplierDeliveryList>();
        api.MapGet("/district/{nummer:long}", District).WithName("mijnDistrictslevering")
            .WithSummary("Een bestand voor meer gemeenten, met het deel van elke gemeente")
            .Produces<SupplierDistrictFile>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/{gemeente}/{nummer:long}", One).WithName("mijnLevering")
            .WithSummary("Stand, bevindingen en ontvangstbewijs van een levering")
            .Produces<SupplierDelivery>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/{gemeente}/onderweg/{aankomst:long}", UnderWay).WithName("onderweg")
            .WithSummary("Hoe ver een bestand is; verwijst door als het een levering is")
            .Produces<ReceivedDelivery>().Produces(StatusCodes.Status303SeeOther)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/{gemeente}/{nummer:long}/intrekken", TakeBack).WithName("intrekken")
            .WithSummary("Neem een levering terug die nog niet telt, of vraag de gemeente haar in te trekken")
            .Produces<SupplierDelivery>().ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        app.MapGet(MapApiVersion1.Root + "/openapi.json", Describe).On(SitePart.Supplier).ForAnybody()
            .ExcludeFromDescription();
    }

    private static async Task<IResult> Deliver(HttpContext http, [AsParameters] Receivers with)
    {
        var cancel = http.RequestAborted;
        if (with.Supplier.IsForged)
            return Forged();
        var reach = await with.Supplier.Reach(cancel);
        switch (await with.Read.Execute(http, reach, isForm: false))
        {
            case Upload.Refused refused:
                if (refused.Code == "delivery.no-agreement")
                    await with.Supplier.RecordCrossing(cancel);
                return ApiProblem.Of(refused.Status, refused.Code, null, refused.Sentence);
            case Upload.Stored stored:
                var number = await with.Deliver.Unchecked(
                    stored.Offer, stored.Manifest, with.Supplier.Actor, cancel);
                return await Received(reach, stored.Offer.Key.Place, number!.Value, with, cancel);
            default:
                throw new InvalidOperationException("A file that is sent is stored or refused.");
        }
    }

    private static async Task<IResult> Received(
        SupplierReach reach, string place, long arrival, Receivers with, CancellationToken cancel)
    {
        var progress = (await with.Wait.Execute(reach, place, arrival, Patience, cancel))!;
        var address = progress.Address ?? (place == DeliveryPlaces.District
            ? $"{place}/{arrival}" : $"{place}/onderweg/{arrival}");
        long? number = progress.Address is null && place != DeliveryPlaces.District
            ? null : long.Parse(address.Split('/')[1], CultureInfo.InvariantCulture);
        var shown = number is { } known && place != DeliveryPlaces.District
            ? await with.Show.Execute(reach, place, known, cancel) : null;
        var answer = new ReceivedDelivery
        {
            Gemeente = place, Nummer = number, Stand = shown?.Receipt.Outcome ?? "ontvangen",
            Herhaling = progress.IsRepeat, Adres = $"{Deliveries}/{address}",
        };
        return progress.IsRepeat ? Results.Json(answer) : Results.Accepted(answer.Adres, answer);
    }

    private static async Task<IResult> List(
        [AsParameters] OwnFilter filter, ReadSupplier supplier, ListOwnDeliveries list, CancellationToken cancel)
    {
        var reach = await supplier.Reach(cancel);
        var found = await list.Execute(reach, filter.Read(reach), cancel);
        return Results.Json(new SupplierDeliveryList(
            [.. found.Lines.Select(SupplierDeliveryLine.Of)], found.Total, found.Page, found.Pages));
    }

    private static async Task<IResult> One(
        string gemeente, long nummer, ReadSupplier supplier, ShowOwnDelivery show, CancellationToken cancel) =>
        await show.Execute(await supplier.Reach(cancel), gemeente, nummer, cancel) is { } view
            ? Results.Json(SupplierDelivery.Of(view))
            : await Missing(supplier, cancel);

    private static async Task<IResult> District(
        long nummer, ReadSupplier supplier, ShowOwnDistrictFile show, CancellationToken cancel) =>
        await show.Execute(await supplier.Reach(cancel), nummer, cancel) is { } file
            ? Results.Json(SupplierDistrictFile.Of(file))
            : await Missing(supplier, cancel);

    private static async Task<IResult> UnderWay(
        string gemeente, long aankomst, HttpContext http, ReadSupplier supplier, AwaitDecision wait,
        CancellationToken cancel)
    {
        var progress = await wait.Look(await supplier.Reach(cancel), gemeente, aankomst, cancel);
        if (progress is null)
            return await Missing(supplier, cancel);
        if (progress.Address is { } address)
        {
            http.Response.Headers.Location = $"{Deliveries}/{address}";
            return Results.StatusCode(StatusCodes.Status303SeeOther);
        }
        return Results.Json(new ReceivedDelivery
        {
            Gemeente = gemeente, Nummer = null, Stand = progress.IsLost ? "verloren" : "ontvangen",
            Herhaling = false, Adres = $"{Deliveries}/{gemeente}/onderweg/{aankomst}",
        });
    }

    private static async Task<IResult> TakeBack(
        string gemeente, long nummer, WithdrawalWish wish, [AsParameters] Takers with, CancellationToken cancel)
    {
        if (with.Supplier.IsForged)
            return Forged();
        var reach = await with.Supplier.Reach(cancel);
        return await with.Ask.Execute(
            reach, gemeente, nummer, wish.Reden ?? "", with.Supplier.Actor, cancel) switch
        {
            WithdrawalOutcome.Unknown => await Missing(with.Supplier, cancel),
            WithdrawalOutcome.NoReason => ApiProblem.Of(
                StatusCodes.Status400BadRequest, "delivery.no-reason", "reden",
                "Geef een reden van 1 tot 500 tekens."),
            WithdrawalOutcome.NotPossible { Is: var state } => ApiProblem.Of(
                StatusCodes.Status409Conflict, "delivery.counts-not", null,
                $"Deze levering is {DeliveryWords.Of(state)} en kan niet worden ingetrokken."),
            _ => Results.Json(SupplierDelivery.Of((await with.Show.Execute(reach, gemeente, nummer, cancel))!)),
        };
    }

    private static IResult Forged() => ApiProblem.Of(
        StatusCodes.Status403Forbidden, "request.forged", null, Upload.Refused.Forged.Sentence);

    private static async Task<IResult> Missing(ReadSupplier supplier, CancellationToken cancel)
    {
        await supplier.RecordCrossing(cancel);
        return ApiProblem.Of(
            StatusCodes.Status404NotFound, "request.not-found", null,
            "Dit adres bestaat niet, of het hoort niet bij uw afspraken.");
    }

    private static async Task<IResult> Describe(
        [FromKeyedServices(DescribeSupplierApi.Document)] IOpenApiDocumentProvider provider, CancellationToken cancel)
    {
        var document = await provider.GetOpenApiDocumentAsync(cancel);
        return Results.Text(
            await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_0, cancel), "application/json");
    }
}

/// <summary>What taking in a file needs.</summary>
internal sealed record Receivers(
    ReadSupplier Supplier, ReadUpload Read, DeliverOffer Deliver, AwaitDecision Wait, ShowOwnDelivery Show);

/// <summary>What taking back a delivery needs.</summary>
internal sealed record Takers(ReadSupplier Supplier, AskWithdrawal Ask, ShowOwnDelivery Show);
