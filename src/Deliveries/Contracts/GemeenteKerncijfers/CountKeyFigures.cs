using Microsoft.EntityFrameworkCore;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// What an accepted delivery of key figures does to what counts: per figure, period and level. All in the caller's
/// transaction, so a reader sees the state before or after and nothing in between.
/// </summary>
internal sealed class CountKeyFigures(KeyFigureLedger ledger)
{
    /// <summary>Adds the facts and makes them count for every unit no newer delivery counts for.</summary>
    public async Task Load(
        AuditedChange<TenantDb> change, Delivery delivery, CheckedKeyFigures check, CancellationToken cancel)
    {
        var (db, feed) = (change.Db, FeedOf(delivery));
        var before = (await ledger.Counting(db, feed, cancel)).ToDictionary(c => c.Unit, c => c.Delivery);
        var order = await Accepted(db, delivery, cancel);
        await ledger.Add(db, delivery.Number, check.Facts, cancel);
        CountingUnit[] taking =
        [
            .. KeyFigureLedger.UnitsOf(delivery.Number, check.Facts).Where(u =>
                !before.TryGetValue(u.Unit, out var other) || !order.TryGetValue(other, out var key)
                || key.CompareTo((delivery.OrderKey, delivery.Sha256)) <= 0),
        ];
        await ledger.CountForTenant(db, feed, taking, [], change.At, cancel);
    }

    /// <summary>
    /// Each unit falls back to the newest accepted delivery of the feed that also states it, or counts as not
    /// delivered.
    /// </summary>
    public async Task Withdraw(AuditedChange<TenantDb> change, Delivery delivery, CancellationToken cancel)
    {
        var (db, feed) = (change.Db, FeedOf(delivery));
        var mine = (await ledger.Counting(db, feed, cancel)).Where(c => c.Delivery == delivery.Number)
            .Select(c => c.Unit).ToHashSet();
        var heirs = new Dictionary<KeyFigureUnit, CountingUnit>();
        foreach (var other in (await Accepted(db, delivery, cancel)).OrderByDescending(a => a.Value))
            foreach (var unit in await ledger.Stated(db, other.Key, cancel))
                if (mine.Contains(unit.Unit))
                    heirs.TryAdd(unit.Unit, unit);
        await ledger.CountForTenant(db, feed, heirs.Values, [.. mine.Except(heirs.Keys)], change.At, cancel);
    }

    /// <summary>Whether the delivery counts for everything it states.</summary>
    public async Task<bool> StillCounts(TenantDb db, Delivery delivery, CancellationToken cancel)
    {
        var stated = await ledger.Stated(db, delivery.Number, cancel);
        var counting = (await ledger.Counting(db, FeedOf(delivery), cancel)).ToDictionary(c => c.Unit);
        return stated.All(s => counting.TryGetValue(s.Unit, out var now) && now.Delivery == delivery.Number);
    }

    public Task Erase(TenantDb db, long delivery, CancellationToken cancel) => ledger.Erase(db, delivery, cancel);

    private static Feed FeedOf(Delivery delivery) => new(delivery.Contract!, delivery.Supplier);

    /// <summary>The other accepted deliveries of the feed, with what orders them.</summary>
    private static async Task<Dictionary<long, (long Key, string Sha256)>> Accepted(
        TenantDb db, Delivery delivery, CancellationToken cancel)
    {
        var (deliveries, self) = (db.Deliveries, delivery.Number);
        var (supplier, contract) = (delivery.Supplier, delivery.Contract);
        var others = await deliveries.AsNoTracking()
            .Where(d => d.Supplier == supplier && d.Contract == contract && d.Number != self)
            .Where(d => d.State == DeliveryState.Accepted)
            .Select(d => new { d.Number, d.OrderKey, d.Sha256 }).ToListAsync(cancel);
        return others.ToDictionary(o => o.Number, o => (o.OrderKey, o.Sha256));
    }
}
