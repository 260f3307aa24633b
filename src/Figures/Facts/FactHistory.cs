using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Figures;

/// <summary>From which data version on a delivery counts for weeks, or nothing does any more.</summary>
/// <param name="Version">The data version.</param>
/// <param name="At">When it began.</param>
/// <param name="Counting">The weeks for which this delivery counts from then on, with their boundary year.</param>
/// <param name="Silent">The weeks it counted for until then, without another taking its place.</param>
public sealed record CountingChange(
    long Version, DateTime At, IReadOnlyList<(IsoWeek Week, int BoundaryYear)> Counting, IReadOnlyList<IsoWeek> Silent);

/// <summary>
/// Tells what counted when, delivery by delivery, and writes it down again in an empty database: the same versions, the
/// same moments.
/// </summary>
public sealed class FactHistory
{
    /// <summary>Everything that the counting of one delivery changed, in order of version.</summary>
    public async Task<IReadOnlyList<CountingChange>> Of(TenantDb db, long delivery, CancellationToken cancel)
    {
        var (versions, momentsOf) = (db.WeekVersions, db.VersionMoments);
        var own = await versions.AsNoTracking().Where(v => v.Delivery == delivery).ToListAsync(cancel);
        var weeks = own.Select(v => v.Week).Distinct().ToArray();
        var others = await versions.AsNoTracking().Where(v => weeks.Contains(v.Week))
            .Select(v => new { v.Contract, v.Supplier, v.Week, v.FromVersion }).ToListAsync(cancel);
        var followed = others.Select(o => (o.Contract, o.Supplier, o.Week, o.FromVersion)).ToHashSet();
        var silent = own.Where(v => v.ToVersion != WeekVersion.Open
            && !followed.Contains((v.Contract, v.Supplier, v.Week, v.ToVersion))).ToLookup(v => v.ToVersion);
        var counting = own.ToLookup(v => v.FromVersion);
        long[] touched = [.. counting.Select(c => c.Key).Union(silent.Select(s => s.Key)).Order()];
        var moments = await momentsOf.AsNoTracking().Where(m => touched.Contains(m.Version))
            .ToDictionaryAsync(m => m.Version, m => m.At, cancel);
        return
        [
            .. touched.Select(version => new CountingChange(
                version, moments[version],
                [.. counting[version].OrderBy(v => v.Week).Select(v => (IsoWeek.FromNumber(v.Week), v.BoundaryYear))],
                [.. silent[version].OrderBy(v => v.Week).Select(v => IsoWeek.FromNumber(v.Week))])),
        ];
    }

    /// <summary>
    /// Writes what counted when into a database that holds nothing yet; in the caller's exclusive transaction, saved by
    /// the caller.
    /// </summary>
    /// <returns>The last data version.</returns>
    public long Write(TenantDb db, IEnumerable<(Feed Feed, long Delivery, CountingChange Change)> all)
    {
        var open = new Dictionary<(Feed, IsoWeek), WeekVersion>();
        var last = 0L;
        foreach (var version in all.GroupBy(a => a.Change.Version).OrderBy(g => g.Key))
        {
            last = version.Key;
            db.VersionMoments.Add(new VersionMoment { Version = last, At = version.First().Change.At });
            foreach (var (feed, _, change) in version)
                foreach (var week in change.Silent)
                    if (open.Remove((feed, week), out var ended))
                        ended.ToVersion = last;
            foreach (var (feed, delivery, change) in version)
                foreach (var (week, year) in change.Counting)
                {
                    if (open.TryGetValue((feed, week), out var before))
                        before.ToVersion = last;
                    db.WeekVersions.Add(open[(feed, week)] = new WeekVersion
                    {
                        Contract = feed.Contract, Supplier = feed.Supplier, Week = week.Number, FromVersion = last,
                        Delivery = delivery, BoundaryYear = year,
                    });
                }
        }
        return last;
    }
}
