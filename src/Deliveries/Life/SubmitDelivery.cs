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
    public async Task<Submitted> Execute(SupplierCode supplier, string path, Actor actor, CancellationToken cancel)
    {
        var stored = $"{Guid.CreateVersion7():N}";
        await CopyIn(path, stored, cancel);
        var manifest = path + DropFolder.ManifestSuffix;
        if (File.Exists(manifest))
            await CopyIn(manifest, stored + DropFolder.ManifestSuffix, cancel);
        var number = await Claim(supplier, Path.GetFileName(path), stored, actor, cancel);
        await _settle.Execute(number, cancel);

        var arrivals = _db.Arrivals;
        var arrival = await arrivals.AsNoTracking().SingleAsync(a => a.Number == number, cancel);
        var delivery = await _show.Execute(arrival.Delivery!.Value, cancel);
        return new Submitted(delivery!, arrival.IsRepeat);
    }

    private async Task CopyIn(string path, string stored, CancellationToken cancel)
    {
        var temporary = _files.PathOf(TenantPlace.Incoming, stored + ".tmp");
        await using (var source = File.OpenRead(path))
        await using (var copy = File.Create(temporary))
        {
            await source.CopyToAsync(copy, cancel);
            copy.Flush(flushToDisk: true);
        }
        File.Move(temporary, _files.PathOf(TenantPlace.Incoming, stored));
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
