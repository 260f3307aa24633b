using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// What an accepted delivery of published periods does to the periods that count, as <see cref="CountWeeks"/> does for
/// weeks. A month and its year are two periods.
/// </summary>
internal sealed class CountPeriods(PublishedLedger ledger)
{
    public async Task Load(
        AuditedChange<TenantDb> change, Delivery delivery, IReadOnlyList<PublishedCount> counts,
        CancellationToken cancel)
    {
        var (db, feed) = (change.Db, FeedOf(delivery));
        PublishedPeriod[] periods = [.. counts.Select(c => c.Period).Distinct().Order()];
        var before = (await ledger.Counting(db, feed, periods, cancel)).ToDictionary(c => c.Period, c => c.Delivery);
        var newer = await OrderOfDeliveries.NewerThan(delivery, db, before.Values, cancel);
        await ledger.Add(db, delivery.Number, counts, cancel);
        CountingPeriod[] counting = [.. periods
            .Where(p => !before.TryGetValue(p, out var other) || !newer.Contains(other))
            .Select(p => new CountingPeriod(p, delivery.Number))];
        delivery.CountsFromVersion = await ledger.Count(db, feed, counting, [], change.At, cancel);
    }

    /// <summary>Each period falls back to the newest other delivery that states it.</summary>
    public async Task Withdraw(AuditedChange<TenantDb> change, Delivery delivery, CancellationToken cancel)
    {
        var (db, feed) = (change.Db, FeedOf(delivery));
        var mine = (await Counting(db, delivery, cancel)).ToList();
        var others = await OrderOfDeliveries.NewestFirst(db, delivery, cancel);
        var stating = await ledger.Stating(db, others, mine, cancel);
        CountingPeriod[] heirs = [.. stating.GroupBy(s => s.Period)
            .Select(g => g.MinBy(s => others.IndexOf(s.Delivery)))];
        await ledger.Count(db, feed, heirs, [.. mine.Except(heirs.Select(h => h.Period))], change.At, cancel);
    }

    /// <summary>Whether the delivery counts for all of its periods.</summary>
    public async Task<bool> StillCount(TenantDb db, Delivery delivery, CancellationToken cancel) =>
        (await Counting(db, delivery, cancel)).Count()
            == (await ledger.PeriodsOf(db, delivery.Number, cancel)).Count;

    public Task Erase(TenantDb db, long delivery, CancellationToken cancel) => ledger.Erase(db, delivery, cancel);

    private async Task<IEnumerable<PublishedPeriod>> Counting(
        TenantDb db, Delivery delivery, CancellationToken cancel)
    {
        var stated = await ledger.PeriodsOf(db, delivery.Number, cancel);
        var counting = await ledger.Counting(db, FeedOf(delivery), stated, cancel);
        return counting.Where(c => c.Delivery == delivery.Number).Select(c => c.Period);
    }

    private static Feed FeedOf(Delivery delivery) => new(delivery.Contract!, delivery.Supplier);
}
