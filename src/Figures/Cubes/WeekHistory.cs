namespace Twente.Igw.Figures;

/// <summary>A span of data versions in which a delivery counts for a week of a feed.</summary>
internal readonly record struct CountingSpan(
    Feed Feed, IsoWeek Week, long Delivery, int BoundaryYear, long FromVersion, long ToVersion)
{
    public bool CountsAt(long version) => FromVersion <= version && version < ToVersion;
}

/// <summary>Everything that ever counted, so that what was known at a version can be told.</summary>
/// <param name="spans">Every span there ever was.</param>
/// <param name="moments">When each version began (UTC), ascending.</param>
internal sealed class WeekHistory(
    IReadOnlyList<CountingSpan> spans, IReadOnlyList<(long Version, DateTime At)> moments)
{
    public static readonly WeekHistory Empty = new([], []);

    private readonly Lazy<ILookup<IsoWeek, CountingSpan>> _ofWeek = new(() => spans.ToLookup(s => s.Week));
    private readonly Lazy<ILookup<long, CountingSpan>> _ofDelivery = new(() => spans.ToLookup(s => s.Delivery));

    /// <summary>The version that held at a moment, in UTC; 0 before the first.</summary>
    public long VersionAt(DateTime moment) => moments.LastOrDefault(m => m.At <= moment).Version;

    /// <summary>The last version up to this one at which what counts changed; 0 before the first.</summary>
    public long LastChangeUpTo(long version) =>
        Changes(version).Select(c => c.Version).DefaultIfEmpty(0).Max();

    /// <summary>What counted at a version, ordered by week and feed.</summary>
    public IReadOnlyList<CountingSpan> CountingAt(long version) =>
    [
        .. spans.Where(s => s.CountsAt(version))
            .OrderBy(s => s.Week).ThenBy(s => s.Feed.Supplier, StringComparer.Ordinal),
    ];

    /// <summary>
    /// The last version up to <paramref name="atMost"/> at which this was the newest counting week; null when it never
    /// was, as with a backfill that brought it together with later weeks.
    /// </summary>
    public long? LastVersionEndingAt(IsoWeek stand, long atMost)
    {
        var (newest, weeks, found) = (default(IsoWeek?), new SortedDictionary<int, int>(), default(long?));
        foreach (var change in Changes(atMost).GroupBy(c => c.Version).OrderBy(g => g.Key))
        {
            // The state before this change lasted up to and including the version before it.
            if (newest == stand)
                found = change.Key - 1;
            foreach (var (_, week, step) in change)
                if ((weeks[week] = weeks.GetValueOrDefault(week) + step) == 0)
                    weeks.Remove(week);
            newest = weeks.Count == 0 ? null : IsoWeek.FromIndex(weeks.Keys.Last());
        }
        return newest == stand ? atMost : found;
    }

    /// <summary>When a version began, in UTC.</summary>
    public DateTime MomentOf(long version) => moments.First(m => m.Version == version).At;

    /// <summary>What a delivery counted for at the first version at which it counted, by week; maybe nothing.</summary>
    public IReadOnlyList<CountingSpan> BeganToCount(long delivery)
    {
        var own = _ofDelivery.Value[delivery].ToList();
        return [.. own.Where(s => s.FromVersion == own.Min(o => o.FromVersion)).OrderBy(s => s.Week)];
    }

    /// <summary>What counted for the same week of the same feed until this did; null when nothing.</summary>
    public CountingSpan? Before(CountingSpan span) => _ofWeek.Value[span.Week]
        .Where(s => s.Feed == span.Feed && s.ToVersion == span.FromVersion)
        .Select(s => (CountingSpan?)s).SingleOrDefault();

    /// <summary>What counted for a week at a version.</summary>
    public IEnumerable<CountingSpan> CountingFor(IsoWeek week, long version) =>
        _ofWeek.Value[week].Where(s => s.CountsAt(version));

    private IEnumerable<(long Version, int Week, int Step)> Changes(long atMost) =>
        spans.SelectMany(s => new[] { (s.FromVersion, s.Week.Index, 1), (s.ToVersion, s.Week.Index, -1) })
            .Where(c => c.Item1 <= atMost);
}
