using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Delivers a file as if it had been dropped, and waits for the outcome.</summary>
public sealed class SubmitDelivery
{
    private readonly TenantDb _db;
    private readonly TenantFiles _files;
    private readonly TenantChanges _changes;
    private readonly SettleArrivals _settle;
    private readonly ShowDelivery _show;

    internal SubmitDelivery(
        TenantDb db, TenantFiles files, TenantChanges changes, SettleArrivals settle, ShowDelivery show) =>
        (_db, _files, _changes, _settle, _show) = (db, files, changes, settle, show);

    /// <param name="supplier">On whose behalf.</param>
    /// <param name="path">The file; a manifest beside it comes along.</param>
    /// <param name="actor">Who submits.</param>
    /// <param name="cancel">Stops waiting; a file already claimed is still dealt with.</param>
    /// <returns>The delivery it became, or the one it repeats.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="FileWaitsException">It is kept, and waits to be looked at.</exception>
    public async Task<Submitted> Execute(SupplierCode supplier, string path, Actor actor, CancellationToken cancel)
    {
        var stored = $"{Guid.CreateVersion7():N}";
        await _files.CopyIn(path, TenantPlace.Incoming, stored, cancel);
        var manifest = path + DropFolder.ManifestSuffix;
        if (File.Exists(manifest))
            await _files.CopyIn(manifest, TenantPlace.Incoming, stored + DropFolder.ManifestSuffix, cancel);
        var number = await Claim(supplier, Path.GetFileName(path), stored, actor, cancel);
        await _settle.Execute(number, cancel);

        var arrivals = _db.Arrivals;
        var arrival = await arrivals.AsNoTracking().SingleAsync(a => a.Number == number, cancel);
        if (arrival.Delivery is not { } delivered)
            throw new FileWaitsException(arrival.FileName);
        var delivery = await _show.Execute(delivered, cancel);
        return new Submitted(delivery!, arrival.IsRepeat);
    }

    private async Task<long> Claim(
        SupplierCode supplier, string fileName, string stored, Actor actor, CancellationToken cancel)
    {
        await using var change = await _changes.Begin(cancel);
        var arrival = await ClaimArrival.Execute(change, new(supplier, fileName, stored), actor, cancel);
        await change.Commit(cancel);
        return arrival.Number;
    }
}

/// <summary>What a submitted file became.</summary>
/// <param name="Delivery">The delivery, or the one it repeats.</param>
/// <param name="IsRepeat">Whether it was delivered before and so had no effect.</param>
public sealed record Submitted(DeliveryView Delivery, bool IsRepeat);

/// <summary>A file was received and waits: nobody can say yet whether it holds harmful software.</summary>
public sealed class FileWaitsException(string fileName)
    : InvalidOperationException(
        $"Het bestand {fileName} is ontvangen en wacht op controle op schadelijke software. Het hoeft niet opnieuw " +
        "te worden aangeleverd.");
