using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Figures;

/// <summary>What Figures knows of a delivery: a number to keep its facts apart, and the feed it belongs to.</summary>
public readonly record struct Feed(string Contract, string Supplier);

/// <summary>Which delivery counts for a week, and on which boundaries it counts.</summary>
public readonly record struct CountingWeek(IsoWeek Week, long Delivery, int BoundaryYear);

/// <summary>
/// The book of facts. Facts are added and never changed; which of them count is said by week versions alone. Only what
/// is destroyed leaves the book. Every method works inside the caller's exclusive transaction.
/// </summary>
public sealed class FactLedger(DatabaseEngine engine)
{
    /// <summary>How facts are loaded in bulk; the columns of the table, in order.</summary>
    internal static readonly BulkTable<FactRow> Table = new("Fact",
    [
        new("Delivery", Long: f => f.Delivery), new("Week", Integer: f => f.Week), new("Row", Integer: f => f.Row),
        new("BoundaryYear", Integer: f => f.BoundaryYear), new("Area", Text: f => f.Area),
        new("Category", Text: f => f.Category), new("Weekday", Integer: f => f.Weekday),
        new("Daypart", Integer: f => f.Daypart), new("Count", Integer: f => f.Count),
    ]);

    /// <summary>Adds a delivery's facts. They do not count before <see cref="Count"/> says so.</summary>
    /// <returns>Number of rows added.</returns>
    public Task<long> Add(TenantDb db, long delivery, IEnumerable<Fact> facts, CancellationToken cancel) =>
        engine.Insert(db, Table, facts.Select((f, row) => new FactRow
        {
            Delivery = delivery, Week = f.Week.Number, Row = row, BoundaryYear = f.BoundaryYear, Area = f.Area.Code,
            Category = f.Category.Code, Weekday = f.Weekday, Daypart = (int)f.Daypart, Count = f.Count,
        }), cancel);

    /// <summary>
    /// Makes these deliveries count for these weeks of a feed from the next data version on; a week in
    /// <paramref name="silent"/> counts as not delivered. Weeks that already count so are left alone.
    /// </summary>
    /// <returns>The data version from which this holds; the present one when nothing changed.</returns>
    public async Task<long> Count(
        TenantDb db, Feed feed, IReadOnlyCollection<CountingWeek> counting, IReadOnlyCollection<IsoWeek> silent,
        DateTime at, CancellationToken cancel)
    {
        var weekVersions = db.WeekVersions;
        var touched = counting.Select(c => c.Week.Number).Concat(silent.Select(w => w.Number)).ToArray();
        var open = await weekVersions
            .Where(v => v.Contract == feed.Contract && v.Supplier == feed.Supplier && v.ToVersion == WeekVersion.Open)
            .Where(v => touched.Contains(v.Week))
            .ToDictionaryAsync(v => v.Week, cancel);
        var changed = counting.Where(c => open.GetValueOrDefault(c.Week.Number)?.Delivery != c.Delivery).ToList();
        var ended = silent.Where(w => open.ContainsKey(w.Number)).ToList();
        if (changed.Count + ended.Count == 0)
            return await db.ReadVersion(cancel);

        var version = await db.RaiseVersion(cancel);
        db.VersionMoments.Add(new VersionMoment { Version = version, At = at });
        foreach (var week in changed.Select(c => c.Week).Concat(ended))
            if (open.TryGetValue(week.Number, out var row))
                row.ToVersion = version;
        weekVersions.AddRange(changed.Select(c => new WeekVersion
        {
            Contract = feed.Contract, Supplier = feed.Supplier, Week = c.Week.Number, FromVersion = version,
            Delivery = c.Delivery, BoundaryYear = c.BoundaryYear,
        }));
        return version;
    }

    /// <summary>What counts now for the weeks of a feed, in week order; weeks never delivered are absent.</summary>
    public async Task<IReadOnlyList<CountingWeek>> Counting(
        TenantDb db, Feed feed, IsoWeek from, IsoWeek to, CancellationToken cancel)
    {
        var (first, last) = (from.Number, to.Number);
        var rows = await db.WeekVersions.AsNoTracking()
            .Where(v => v.Contract == feed.Contract && v.Supplier == feed.Supplier && v.ToVersion == WeekVersion.Open)
            .Where(v => v.Week >= first && v.Week <= last)
            .OrderBy(v => v.Week)
            .Select(v => new { v.Week, v.Delivery, v.BoundaryYear })
            .ToListAsync(cancel);
        return [.. rows.Select(r => new CountingWeek(IsoWeek.FromNumber(r.Week), r.Delivery, r.BoundaryYear))];
    }

    /// <summary>For how many weeks this delivery counts now.</summary>
    public Task<int> CountingWeeksOf(TenantDb db, long delivery, CancellationToken cancel)
    {
        var weekVersions = db.WeekVersions;
        return weekVersions.CountAsync(v => v.Delivery == delivery && v.ToVersion == WeekVersion.Open, cancel);
    }

    /// <summary>Of every category that facts of these deliveries hold, the lowest number that does.</summary>
    public async Task<IReadOnlyDictionary<string, long>> FirstHolding(
        TenantDb db, IReadOnlyCollection<long> deliveries, CancellationToken cancel)
    {
        var facts = db.Facts;
        return await facts.Where(f => deliveries.Contains(f.Delivery)).GroupBy(f => f.Category)
            .Select(g => new { Category = g.Key, First = g.Min(f => f.Delivery) })
            .ToDictionaryAsync(g => g.Category, g => g.First, StringComparer.Ordinal, cancel);
    }

    /// <summary>
    /// Takes out every trace of a delivery that counts no more: its facts, and that it ever counted. Looking back, its
    /// weeks were not delivered then: not known is not zero.
    /// </summary>
    /// <returns>The other deliveries that ever counted for its weeks: their history reads otherwise now.</returns>
    public async Task<IReadOnlyList<long>> Erase(TenantDb db, long delivery, CancellationToken cancel)
    {
        var (facts, weekVersions) = (db.Facts, db.WeekVersions);
        var weeks = await weekVersions.Where(v => v.Delivery == delivery).Select(v => v.Week).Distinct()
            .ToListAsync(cancel);
        await facts.Where(f => f.Delivery == delivery).ExecuteDeleteAsync(cancel);
        await weekVersions.Where(v => v.Delivery == delivery).ExecuteDeleteAsync(cancel);
        return await weekVersions.Where(v => weeks.Contains(v.Week)).Select(v => v.Delivery).Distinct()
            .ToListAsync(cancel);
    }
}
