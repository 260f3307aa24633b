using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Twente.Igw.Deliveries;
using Twente.Igw.Web.Delivering;

namespace Twente.Igw.Web.Pages;

/// <summary>What a supplier delivered: the list, each receipt, and asking to take one back.</summary>
internal static class MapOwn
{
    public static void MapOwnDeliveries(this IEndpointRouteBuilder suppliers)
    {
        suppliers.MapGet("/leveringen", List);
        suppliers.MapGet("/leveringen/district/{nummer:long}", District);
        suppliers.MapGet("/leveringen/district/{nummer:long}/bevindingen", FindingsOfDistrict);
        suppliers.MapGet("/leveringen/{gemeente}/{nummer:long}", One);
        suppliers.MapGet("/leveringen/{gemeente}/{nummer:long}/ontvangstbewijs", Receipt);
        suppliers.MapGet("/leveringen/{gemeente}/{nummer:long}/bevindingen", FindingsOf);
        suppliers.MapPost("/leveringen/{gemeente}/{nummer:long}/intrekken", TakeBack);
    }

    private static async Task<IResult> List(
        [AsParameters] OwnFilter filter, ReadSupplier supplier, ListOwnDeliveries list, CancellationToken cancel)
    {
        var reach = await supplier.Reach(cancel);
        return new RazorComponentResult<OwnDeliveriesPage>(new
        {
            Reach = reach, Found = await list.Execute(reach, filter.Read(reach), cancel), Given = (object)filter,
        });
    }

    private static async Task<IResult> One(
        string gemeente, long nummer, string? herhaling, string? bericht, ReadSupplier supplier, ShowOwnDelivery show,
        CancellationToken cancel) =>
        await show.Execute(await supplier.Reach(cancel), gemeente, nummer, cancel) is { } view
            ? new RazorComponentResult<ReceiptPage>(
                new { View = view, IsRepeat = herhaling is not null, Message = MessageOf(bericht) })
            : await MapDelivering.Missing(supplier, cancel);

    private static async Task<IResult> District(
        long nummer, ReadSupplier supplier, ShowOwnDistrictFile show, CancellationToken cancel)
    {
        var reach = await supplier.Reach(cancel);
        return await show.Execute(reach, nummer, cancel) is { } file
            ? new RazorComponentResult<DistrictReceiptPage>(new { File = file, Reach = reach })
            : await MapDelivering.Missing(supplier, cancel);
    }

    private static async Task<IResult> Receipt(
        string gemeente, long nummer, ReadSupplier supplier, ShowOwnDelivery show, CancellationToken cancel) =>
        await show.Execute(await supplier.Reach(cancel), gemeente, nummer, cancel) is { } view
            ? Results.File(
                Encoding.UTF8.GetBytes(view.Receipt.ToJson()), "application/json",
                $"ontvangstbewijs-{gemeente}-{nummer}.json")
            : await MapDelivering.Missing(supplier, cancel);

    private static async Task<IResult> FindingsOfDistrict(
        long nummer, ReadSupplier supplier, ShowOwnDistrictFile show, CancellationToken cancel) =>
        await show.Execute(await supplier.Reach(cancel), nummer, cancel) is { } file
            ? FindingsCsv.Of(file.FileName, $"bevindingen van districtslevering {nummer}", file.Findings)
            : await MapDelivering.Missing(supplier, cancel);

    private static async Task<IResult> FindingsOf(
        string gemeente, long nummer, ReadSupplier supplier, ShowOwnDelivery show, CancellationToken cancel) =>
        await show.Execute(await supplier.Reach(cancel), gemeente, nummer, cancel) is { } view
            ? FindingsCsv.Of(
                view.Receipt.File, $"bevindingen van levering {nummer}", view.Delivery.Findings)
            : await MapDelivering.Missing(supplier, cancel);

    private static async Task<IResult> TakeBack(
        string gemeente, long nummer, [FromForm(Name = "reden")] string? reason, ReadSupplier supplier,
        AskWithdrawal ask, CancellationToken cancel)
    {
        var outcome = await ask.Execute(
            await supplier.Reach(cancel), gemeente, nummer, reason ?? "", supplier.Actor, cancel);
        return outcome is WithdrawalOutcome.Unknown
            ? await MapDelivering.Missing(supplier, cancel)
            // Answered by a redirect, so that refreshing the page asks nothing again.
            : Results.Redirect($"/leveringen/{gemeente}/{nummer}?bericht={CodeOf(outcome)}");
    }

    private static string CodeOf(WithdrawalOutcome outcome) => outcome switch
    {
        WithdrawalOutcome.Asked => "gevraagd",
        WithdrawalOutcome.TakenBack => "teruggenomen",
        WithdrawalOutcome.NoReason => "geen-reden",
        _ => "kan-niet",
    };

    private static string? MessageOf(string? code) => code switch
    {
        "gevraagd" => "Uw verzoek is bij de gemeente. Zolang zij niet besluit, telt de levering mee.",
        "teruggenomen" => "De levering is teruggenomen. Zij heeft nooit meegeteld.",
        "geen-reden" => "Er is niets gevraagd: vul in waarom, in hooguit 500 tekens.",
        "kan-niet" => "Er is niets gevraagd: deze levering telt niet (meer) mee.",
        _ => null,
    };
}

/// <summary>The filter of the list, as it stands in the address.</summary>
internal sealed record OwnFilter
{
    [FromQuery(Name = "gemeente")]
    public string? Gemeente { get; init; }

    [FromQuery(Name = "contract")]
    public string? Contract { get; init; }

    [FromQuery(Name = "uitkomst")]
    public string? Uitkomst { get; init; }

    [FromQuery(Name = "pagina")]
    public string? Pagina { get; init; }

    /// <summary>The states that a supplier meets.</summary>
    public static readonly IReadOnlyList<DeliveryState> States =
    [
        DeliveryState.Accepted, DeliveryState.Held, DeliveryState.Refused, DeliveryState.Withdrawn,
        DeliveryState.Destroyed,
    ];

    /// <summary>What is not understood filters nothing.</summary>
    public OwnDeliveriesFilter Read(SupplierReach reach) => new()
    {
        Tenant = Gemeente is { } place ? reach.Find(place) : null,
        Contract = string.IsNullOrEmpty(Contract) ? null : ContractName.CountsAs(Contract),
        State = States.Cast<DeliveryState?>().FirstOrDefault(s => DeliveryWords.Of(s!.Value) == Uitkomst),
        Page = int.TryParse(Pagina, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1,
    };

    public string On(int page) => "/leveringen" + QueryString.Create(new Dictionary<string, string?>
    {
        ["gemeente"] = Gemeente, ["contract"] = Contract, ["uitkomst"] = Uitkomst,
        ["pagina"] = page.ToString(CultureInfo.InvariantCulture),
    });
}
