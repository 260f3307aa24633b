using Microsoft.EntityFrameworkCore;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Gives the weeks a delivery counts for to the newest other accepted delivery that covers them; a week without one
/// counts as not delivered. In the caller's change.
/// </summary>
internal sealed class GiveBackWeeks(FactLedger ledger)
{
    public async Task Execute(AuditedChange<TenantDb> change, Delivery delivery, CancellationToken cancel)
    {
        var feed = new Feed(delivery.Contract!, delivery.Supplier);
        var weeks = new WeekRange(
            IsoWeek.FromNumber(delivery.FirstWeek!.Value), IsoWeek.FromNumber(delivery.LastWeek!.Value));
        var counting = await ledger.Counting(change.Db, feed, weeks.First, weeks.Last, cancel);
        IsoWeek[] mine = [.. counting.Where(c => c.Delivery == delivery.Number).Select(c => c.Week)];
        var heirs = await Heirs(change.Db, delivery, mine, cancel);
        await ledger.Count(
            change.Db, feed, heirs, [.. mine.Except(heirs.Select(h => h.Week))], change.At, cancel);
        // From now on their notes say too little.
        var (deliveries, inheriting) = (change.Db.Deliveries, heirs.Select(h => h.Delivery).Distinct().ToArray());
        await deliveries.Where(d => inheriting.Contains(d.Number))
            .ExecuteUpdateAsync(d => d.SetProperty(x => x.IsNoted, false), cancel);
    }

    /// <summary>Per week the newest other accepted delivery of the feed, by its order key.</summary>
    private static async Task<List<CountingWeek>> Heirs(
        TenantDb db, Delivery leaving, IsoWeek[] weeks, CancellationToken cancel)
    {
        var (deliveries, deliveryWeeks) = (db.Deliveries, db.DeliveryWeeks);
        var numbers = weeks.Select(w => w.Number).ToArray();
        var (supplier, contract, self) = (leaving.Supplier, leaving.Contract, leaving.Number);
        var candidates = await deliveryWeeks.AsNoTracking().Where(w => numbers.Contains(w.Week))
            .Join(
                deliveries.Where(d => d.State == DeliveryState.Accepted && d.Number != self)
                    .Where(d => d.Supplier == supplier && d.Contract == contract),
                w => w.Delivery, d => d.Number,
                (w, d) => new { w.Week, w.Delivery, w.BoundaryYear, d.OrderKey, d.Sha256 })
            .ToListAsync(cancel);
        return [.. candidates.GroupBy(c => c.Week)
            .Select(g => g.OrderByDescending(c => c.OrderKey).ThenByDescending(c => c.Sha256, StringComparer.Ordinal)
                .First())
            .Select(c => new CountingWeek(IsoWeek.FromNumber(c.Week), c.Delivery, c.BoundaryYear))];
    }
}
