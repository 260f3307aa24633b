using System.Text;
using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Puts the original of a decided arrival where it is kept, its note beside it, and the receipt beside the drop zone.
/// Safe to repeat at any point; only then is the arrival settled.
/// </summary>
internal sealed class FileOriginal(TenantDb db, TenantFiles files, IssueReceipt receipts, NoteDelivery note)
{
    public async Task Execute(long arrivalNumber, CancellationToken cancel)
    {
        var (arrivals, deliveries) = (db.Arrivals, db.Deliveries);
        var arrival = await arrivals.AsNoTracking().SingleAsync(a => a.Number == arrivalNumber, cancel);
        if (arrival is not { State: ArrivalState.Decided, Delivery: { } number })
            return;
        var delivery = await deliveries.AsNoTracking().SingleAsync(d => d.Number == number, cancel);
        if (arrival.IsRepeat)
            await files.Delete(TenantPlace.Incoming, arrival.StoredName, cancel);
        else
            await MoveTo(delivery.StoredIn, arrival.StoredName, cancel);
        await files.Delete(TenantPlace.Incoming, arrival.ManifestName, cancel);
        await note.Outstanding(cancel);
        await WriteReceipt(arrival, cancel);
        await arrivals.Where(a => a.Number == arrivalNumber)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.State, ArrivalState.Settled), cancel);
    }

    /// <summary>What is not there was filed before: by an earlier run, or by another process a moment ago.</summary>
    private Task<bool> MoveTo(OriginalPlace place, string storedName, CancellationToken cancel) =>
        place == OriginalPlace.Platform
            ? files.SetApart(TenantPlace.Incoming, storedName, cancel)
            : files.Move(TenantPlace.Incoming, storedName, KeptIn(place), storedName, cancel);

    public static TenantPlace KeptIn(OriginalPlace place) => place switch
    {
        OriginalPlace.Archive => TenantPlace.Archive,
        OriginalPlace.Quarantine => TenantPlace.Quarantine,
        _ => throw new ArgumentOutOfRangeException(nameof(place), place, "The tenant keeps no original there."),
    };

    private async Task WriteReceipt(Arrival arrival, CancellationToken cancel)
    {
        var receipt = await receipts.Execute(arrival.Delivery!.Value, arrival.IsRepeat, cancel);
        await files.Write(
            TenantPlace.Drop, ReceiptNameOf(arrival), Encoding.UTF8.GetBytes(receipt!.ToJson()), cancel);
    }

    /// <summary>Beside the drop zone, in the supplier's own folder.</summary>
    public static string ReceiptNameOf(Arrival arrival)
    {
        var folder = arrival.Supplier == SupplierCode.Police.Code ? "" : arrival.Supplier + "/";
        return folder + arrival.FileName + DropFolder.ReceiptSuffix;
    }
}
