using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Figures;

/// <summary>Which delivery counts for a published period.</summary>
public readonly record struct CountingPeriod(PublishedPeriod Period, long Delivery);

/// <summary>
/// The book of what the police publish themselves. Counts are added and never changed; which of them count is said by
/// period versions alone. Every method works inside the caller's exclusive transaction.
/// </summary>
public sealed class PublishedLedger(DatabaseEngine engine)
{
    private static readonly BulkTable<PublishedCountRow> Table = new("PublishedCount",
    [
        new("Delivery", Long: c => c.Delivery), new("Period", Integer: c => c.Period),
        new("Row", Integer: c => c.Row), new("Area", Text: c => c.Area), new("Category", Text: c => c.Category),
        new("Count", Integer: c => c.Count),
    ]);

    /// <summary>Adds a delivery's counts. They do not count before <see cref="Count"/> says so.</summary>
    public Task<long> Add(TenantDb db, long delivery, IEnumerable<PublishedCount> counts, CancellationToken cancel) =>
        engine.Insert(db, Table, counts.Select((c, row) => new PublishedCountRow
        {
            Delivery = delivery, Period = c.Period.Number, Row = row, Area = c.Area.Code, Category = c.Category.Code,
            Count = c.Count ?? PublishedCountRow.NotKnown,
        }), cancel);

    /// <summary>
    /// Makes these deliveries count for these periods of a feed from the next data version on; a period in
    /// <paramref name="silent"/> counts as not published.
    /// </summary>
    /// <returns>The data version from which this holds; the present one when nothing changed.</returns>
    public async Task<long> Count(
        TenantDb db, Feed feed, IReadOnlyCollection<CountingPeriod> counting,
        IReadOnlyCollection<PublishedPeriod> silent, DateTime at, CancellationToken cancel)
    {
        var versions = db.PeriodVersions;
        var touched = counting.Select(c => c.Period.Number).Concat(silent.Select(p => p.Number)).ToArray();
        var open = await OpenOf(db, feed).Where(v => touched.Contains(v.Period))
            .ToDictionaryAsync(v => v.Period, cancel);
        var changed = counting.Where(c => open.GetValueOrDefault(c.Period.Number)?.Delivery != c.Delivery).ToList();
        var ended = silent.Where(p => open.ContainsKey(p.Number)).ToList();
        if (changed.Count + ended.Count == 0)
            return await db.ReadVersion(cancel);

        var version = await db.RaiseVersion(cancel);
        db.VersionMoments.Add(new VersionMoment { Version = version, At = at });
        foreach (var period in changed.Select(c => c.Period).Concat(ended))
            if (open.TryGetValue(period.Number, out var row))
                row.ToVersion = version;
        versions.AddRange(changed.Select(c => new PeriodVersion
        {
            Contract = feed.Contract, Supplier = feed.Supplier, Period = c.Period.Number, FromVersion = version,
            Delivery = c.Delivery,
        }));
        return version;
    }

    /// <summary>What counts now for a feed, of these periods.</summary>
    public async Task<IReadOnlyList<CountingPeriod>> Counting(
        TenantDb db, Feed feed, IReadOnlyCollection<PublishedPeriod> periods, CancellationToken cancel)
    {
        var numbers = periods.Select(p => p.Number).ToArray();
        var rows = await OpenOf(db, feed).AsNoTracking().Where(v => numbers.Contains(v.Period))
            .OrderBy(v => v.Period).Select(v => new { v.Period, v.Delivery }).ToListAsync(cancel);
        return [.. rows.Select(r => new CountingPeriod(PublishedPeriod.FromNumber(r.Period), r.Delivery))];
    }

    /// <summary>The periods of which a delivery states counts.</summary>
    public async Task<IReadOnlyList<PublishedPeriod>> PeriodsOf(TenantDb db, long delivery, CancellationToken cancel)
    {
        var counts = db.PublishedCounts;
        var numbers = await counts.Where(c => c.Delivery == delivery).Select(c => c.Period).Distinct()
            .OrderBy(p => p).ToListAsync(cancel);
        return [.. numbers.Select(PublishedPeriod.FromNumber)];
    }

    /// <summary>Of these deliveries, which state counts of which of these periods.</summary>
    public async Task<IReadOnlyList<CountingPeriod>> Stating(
        TenantDb db, IReadOnlyCollection<long> deliveries, IReadOnlyCollection<PublishedPeriod> periods,
        CancellationToken cancel)
    {
        var (counts, numbers) = (db.PublishedCounts, periods.Select(p => p.Number).ToArray());
        var rows = await counts.Where(c => deliveries.Contains(c.Delivery) && numbers.Contains(c.Period))
            .Select(c => new { c.Period, c.Delivery }).Distinct().ToListAsync(cancel);
        return [.. rows.Select(r => new CountingPeriod(PublishedPeriod.FromNumber(r.Period), r.Delivery))];
    }

    /// <summary>Takes out every trace of a delivery that counts no more.</summary>
    public async Task Erase(TenantDb db, long delivery, CancellationToken cancel)
    {
        var (counts, versions) = (db.PublishedCounts, db.PeriodVersions);
        await counts.Where(c => c.Delivery == delivery).ExecuteDeleteAsync(cancel);
        await versions.Where(v => v.Delivery == delivery).ExecuteDeleteAsync(cancel);
    }

    private static IQueryable<PeriodVersion> OpenOf(TenantDb db, Feed feed)
    {
        var versions = db.PeriodVersions;
        return versions.Where(v =>
            v.Contract == feed.Contract && v.Supplier == feed.Supplier && v.ToVersion == WeekVersion.Open);
    }
}
