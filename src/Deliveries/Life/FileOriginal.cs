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
            files.Delete(TenantPlace.Incoming, arrival.StoredName);
        else
            MoveTo(delivery.StoredIn, arrival.StoredName);
        files.Delete(TenantPlace.Incoming, arrival.ManifestName);
        await note.Outstanding(cancel);
        await WriteReceipt(arrival, cancel);
        await arrivals.Where(a => a.Number == arrivalNumber)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.State, ArrivalState.Settled), cancel);
    }

    private void MoveTo(OriginalPlace place, string storedName)
    {
        try
        {
            if (place == OriginalPlace.Platform)
                files.SetApart(TenantPlace.Incoming, storedName);
            else
                files.Move(TenantPlace.Incoming, storedName, KeptIn(place), storedName);
        }
        catch (FileNotFoundException)
        {
            // Filed before: by an earlier run, or by another process a moment ago.
        }
    }

    public static TenantPlace KeptIn(OriginalPlace place) => place switch
    {
        OriginalPlace.Archive => TenantPlace.Archive,
        OriginalPlace.Quarantine => TenantPlace.Quarantine,
        _ => throw new ArgumentOutOfRangeException(nameof(place), place, "The tenant keeps no original there."),
    };

    private async Task WriteReceipt(Arrival arrival, CancellationToken cancel)
    {
        var receipt = await receipts.Execute(arrival.Delivery!.Value, arrival.IsRepeat, cancel);
        var folder = arrival.Supplier == SupplierCode.Police.Code ? "" : arrival.Supplier + "/";
        var path = files.PathOf(TenantPlace.Drop, folder + arrival.FileName + DropFolder.ReceiptSuffix);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // A name of this writer's own: two processes may file the same arrival at once.
        var temporary = $"{path}.{Guid.CreateVersion7():N}.tmp";
        await File.WriteAllTextAsync(temporary, receipt!.ToJson(), cancel);
        File.Move(temporary, path, overwrite: true);
    }
}
