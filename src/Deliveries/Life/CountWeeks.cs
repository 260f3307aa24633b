using Microsoft.EntityFrameworkCore;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// What an accepted delivery of weeks does to the weeks that count. All in the caller's transaction, so a reader sees
/// the state before or after and nothing in between.
/// </summary>
internal sealed class CountWeeks(FactLedger ledger, RememberCodes codes)
{
    /// <summary>Adds the facts and makes them count for every week no newer delivery counts for.</summary>
    public async Task Load(
        AuditedChange<TenantDb> change, Delivery delivery, CheckedWeeks check, IReadOnlyList<GroupTotal> groups,
        CancellationToken cancel)
    {
        var (db, weeks) = (change.Db, check.Weeks);
        var feed = FeedOf(delivery);
        var before = (await ledger.Counting(db, feed, weeks[0].Week, weeks[^1].Week, cancel)).ToDictionary(c => c.Week);
        var newer = await OrderOfDeliveries.NewerThan(delivery, db, before.Values.Select(c => c.Delivery), cancel);

        await ledger.Add(db, delivery.Number, check.Facts(), cancel);
        var taking = weeks.Where(w => !before.TryGetValue(w.Week, out var b) || !newer.Contains(b.Delivery)).ToList();
        CountingWeek[] counting = [.. taking.Select(w => new CountingWeek(w.Week, delivery.Number, w.BoundaryYear))];
        delivery.CountsFromVersion = await ledger.Count(db, feed, counting, [], change.At, cancel);

        var totals = await Usual.TotalsOf(db, [.. before.Values], cancel);
        var took = taking.Select(w => w.Week).ToHashSet();
        db.DeliveryWeeks.AddRange(weeks.Select(w => new DeliveryWeek
        {
            Delivery = delivery.Number, Week = w.Week.Number, BoundaryYear = w.BoundaryYear, Total = w.Total,
            Replaced = before.TryGetValue(w.Week, out var b) ? b.Delivery : null,
            ReplacedTotal = totals.TryGetValue(w.Week, out var total) ? total : null,
            TookEffect = took.Contains(w.Week),
        }));
        await codes.Add(db, feed, delivery.Number, check.CategorySums.Keys, cancel);
        db.DeliveryGroupTotals.AddRange(groups.Select(g => new DeliveryGroupTotal
        {
            Delivery = delivery.Number, Week = g.Week.Number, Group = g.Group.Code, Total = g.Total,
        }));
    }

    /// <summary>
    /// Each week falls back to the newest accepted delivery of the feed that also covers it, or counts as not
    /// delivered.
    /// </summary>
    public async Task Withdraw(AuditedChange<TenantDb> change, Delivery delivery, CancellationToken cancel)
    {
        var (feed, weeks) = (FeedOf(delivery), WeeksOf(delivery));
        var counting = await ledger.Counting(change.Db, feed, weeks.First, weeks.Last, cancel);
        IsoWeek[] mine = [.. counting.Where(c => c.Delivery == delivery.Number).Select(c => c.Week)];
        var heirs = await Heirs(change.Db, delivery, mine, cancel);
        await ledger.Count(
            change.Db, feed, heirs, [.. mine.Except(heirs.Select(h => h.Week))], change.At, cancel);
        await NotesSayTooLittle(change.Db, [.. heirs.Select(h => h.Delivery).Distinct()], cancel);
    }

    /// <summary>Takes the facts out, and that they ever counted.</summary>
    public async Task Erase(TenantDb db, long delivery, CancellationToken cancel)
    {
        var groups = db.DeliveryGroupTotals;
        var touched = await ledger.Erase(db, delivery, cancel);
        await groups.Where(g => g.Delivery == delivery).ExecuteDeleteAsync(cancel);
        await codes.Forget(db, delivery, cancel);
        await NotesSayTooLittle(db, touched, cancel);
    }

    /// <summary>Whether the delivery counts for all of its weeks.</summary>
    public async Task<bool> StillCount(TenantDb db, Delivery delivery, CancellationToken cancel) =>
        await ledger.CountingWeeksOf(db, delivery.Number, cancel) == WeeksOf(delivery).Length;

    /// <summary>What counts for a week has changed, and the notes of these deliveries must tell it.</summary>
    private static async Task NotesSayTooLittle(
        TenantDb db, IReadOnlyList<long> numbers, CancellationToken cancel)
    {
        var deliveries = db.Deliveries;
        await deliveries.Where(d => numbers.Contains(d.Number))
            .ExecuteUpdateAsync(d => d.SetProperty(x => x.IsNoted, false), cancel);
    }

    private static Feed FeedOf(Delivery delivery) => new(delivery.Contract!, delivery.Supplier);

    private static WeekRange WeeksOf(Delivery delivery) => new(
        IsoWeek.FromNumber(delivery.FirstWeek!.Value), IsoWeek.FromNumber(delivery.LastWeek!.Value));

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
