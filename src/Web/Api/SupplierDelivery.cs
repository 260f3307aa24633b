using Twente.Igw.Deliveries;

namespace Twente.Igw.Web.Api;

/// <summary>A delivery that was just sent; <c>nummer</c> is null while it waits for its turn.</summary>
internal sealed record ReceivedDelivery
{
    /// <summary>Code of the gemeente in small letters, or <c>district</c>.</summary>
    public required string Gemeente { get; init; }

    public required long? Nummer { get; init; }

    /// <summary>ontvangen, geaccepteerd, aangehouden of geweigerd.</summary>
    public required string Stand { get; init; }

    /// <summary>True when the same file was delivered before: this is the first receipt's number.</summary>
    public required bool Herhaling { get; init; }

    /// <summary>Where to look how it went.</summary>
    public required string Adres { get; init; }
}

/// <summary>A delivery of the supplier's own, with its receipt.</summary>
internal sealed record SupplierDelivery
{
    public required string Gemeente { get; init; }

    public required string Stand { get; init; }

    public required DateTime? IntrekkenGevraagd { get; init; }

    public required Receipt Ontvangstbewijs { get; init; }

    public static SupplierDelivery Of(OwnDeliveryView view) => new()
    {
        Gemeente = view.Tenant.Folder, Stand = view.Receipt.Outcome,
        IntrekkenGevraagd = view.Delivery.WithdrawalAskedAt, Ontvangstbewijs = view.Receipt,
    };
}

/// <summary>A file for several gemeenten: one receipt per gemeente.</summary>
internal sealed record SupplierDistrictFile
{
    public required long Nummer { get; init; }

    /// <summary>ontvangen, verdeeld, geweigerd of verloren.</summary>
    public required string Stand { get; init; }

    public required string Bestand { get; init; }

    public required string Sha256 { get; init; }

    public required long AantalBevindingen { get; init; }

    public required IReadOnlyList<ReceiptFinding> Bevindingen { get; init; }

    public required IReadOnlyList<ReceivedDelivery> Delen { get; init; }

    public static SupplierDistrictFile Of(OwnDistrictFile file) => new()
    {
        Nummer = file.Number, Stand = StateOf(file.State), Bestand = file.FileName, Sha256 = file.Sha256,
        AantalBevindingen = file.FindingCount,
        Bevindingen =
        [
            .. file.Findings.Select(f => new ReceiptFinding(f.Line, f.Column, f.Code, f.Value, f.Rule)
            {
                Sheet = f.Sheet.Length == 0 ? null : f.Sheet,
            }),
        ],
        Delen =
        [
            .. file.Parts.Select(p => new ReceivedDelivery
            {
                Gemeente = p.Tenant.ToLowerInvariant(), Nummer = p.Delivery, Stand = "ontvangen",
                Herhaling = p.IsRepeat,
                Adres = $"{SupplierApi.Deliveries}/{p.Tenant.ToLowerInvariant()}/{p.Delivery}",
            }),
        ],
    };

    private static string StateOf(DistrictState state) => state switch
    {
        DistrictState.Split => "verdeeld",
        DistrictState.Refused => "geweigerd",
        DistrictState.Lost => "verloren",
        _ => "ontvangen",
    };
}

/// <summary>A page of the supplier's own deliveries.</summary>
internal sealed record SupplierDeliveryList(
    IReadOnlyList<SupplierDeliveryLine> Leveringen, int Totaal, int Pagina, int Paginas);

/// <summary>A delivery in that list.</summary>
internal sealed record SupplierDeliveryLine
{
    public required string Gemeente { get; init; }

    public required long Nummer { get; init; }

    public required string? Contract { get; init; }

    public required string Bestand { get; init; }

    public required string Stand { get; init; }

    public required DateTime Ontvangen { get; init; }

    public required int Rijen { get; init; }

    public required long Som { get; init; }

    public required int Bevindingen { get; init; }

    public required string Adres { get; init; }

    public static SupplierDeliveryLine Of(OwnDelivery own) => new()
    {
        Gemeente = own.Tenant.Folder, Nummer = own.Line.Number, Contract = own.Line.Contract, Bestand = own.Line.File,
        Stand = DeliveryWords.Of(own.Line.State), Ontvangen = own.Line.ReceivedAt, Rijen = own.Line.Rows,
        Som = own.Line.Sum, Bevindingen = own.Line.Findings,
        Adres = $"{SupplierApi.Deliveries}/{own.Tenant.Folder}/{own.Line.Number}",
    };
}

/// <summary>Why a supplier takes a delivery back.</summary>
/// <param name="Reden">1 to 500 characters; no names or addresses.</param>
internal sealed record WithdrawalWish(string? Reden);
