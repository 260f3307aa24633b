using Microsoft.EntityFrameworkCore;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Takes back an accepted delivery. Each of its weeks falls back to the newest accepted delivery that also covers it,
/// or counts as not delivered.
/// </summary>
public sealed class WithdrawDelivery(TenantChanges changes, FactLedger ledger, CubeStore cubes)
{
    public async Task<DecideDelivery.Outcome> Execute(long number, string reason, Actor actor, CancellationToken cancel)
    {
        await using var change = await changes.Begin(cancel);
        var deliveries = change.Db.Deliveries;
        var delivery = await deliveries.SingleOrDefaultAsync(d => d.Number == number, cancel);
        if (delivery is null)
            return new DecideDelivery.Outcome.Unknown();
        if (delivery.State != DeliveryState.Accepted)
            return new DecideDelivery.Outcome.WrongState(delivery.State, DeliveryState.Accepted);

        var feed = new Feed(delivery.Contract!, delivery.Supplier);
        var weeks = new WeekRange(
            IsoWeek.FromNumber(delivery.FirstWeek!.Value), IsoWeek.FromNumber(delivery.LastWeek!.Value));
        var counting = await ledger.Counting(change.Db, feed, weeks.First, weeks.Last, cancel);
        IsoWeek[] mine = [.. counting.Where(c => c.Delivery == number).Select(c => c.Week)];
        var heirs = await Heirs(change.Db, delivery, mine, cancel);
        await ledger.Count(
            change.Db, feed, heirs, [.. mine.Except(heirs.Select(h => h.Week))], change.At, cancel);
        (delivery.State, delivery.Reason) = (DeliveryState.Withdrawn, reason);
        (delivery.DecidedBy, delivery.DecidedAt) = (actor.Name, change.At);
        change.Record(new AuditEvent("delivery.withdrawn", $"levering {number}"), actor);
        await change.Commit(cancel);
        await cubes.RefreshIfLoaded(cancel);
        return new DecideDelivery.Outcome.Decided(DeliveryState.Withdrawn);
    }

    /// <summary>Per week the newest other accepted delivery of the feed, by its order key.</summary>
    private static async Task<List<CountingWeek>> Heirs(
        TenantDb db, Delivery withdrawn, IsoWeek[] weeks, CancellationToken cancel)
    {
        var (deliveries, deliveryWeeks) = (db.Deliveries, db.DeliveryWeeks);
        var numbers = weeks.Select(w => w.Number).ToArray();
        var (supplier, contract, self) = (withdrawn.Supplier, withdrawn.Contract, withdrawn.Number);
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
