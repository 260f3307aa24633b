namespace Twente.Igw.Figures;

/// <summary>Which weeks of a window an answer rests on. The three lists make up the window.</summary>
/// <param name="Asked">Number of weeks asked for.</param>
/// <param name="Counted">Number of weeks delivered, on the boundaries of the answer.</param>
/// <param name="Missing">Weeks never delivered or withdrawn: not zero, unknown.</param>
/// <param name="OtherBoundaries">Weeks delivered on another boundary year: a gap below the municipality.</param>
public sealed record WeekCoverage(
    int Asked, int Counted, IReadOnlyList<IsoWeek> Missing, IReadOnlyList<IsoWeek> OtherBoundaries)
{
    public bool IsComplete => Counted == Asked;

    /// <summary>Of the weeks counted, those converted from another boundary year.</summary>
    public IReadOnlyList<ConvertedWeeks> Converted { get; init; } = [];
}

/// <summary>Which weeks were delivered, by which feed, on which boundaries.</summary>
public sealed class Coverage
{
    /// <summary>Several suppliers delivered one week on different boundaries: it is whole on none of them.</summary>
    private const int Mixed = -1;

    private readonly int _first;
    private readonly int[] _years;
    private readonly ILookup<IsoWeek, int> _mixed;
    private readonly IReadOnlySet<(int From, int To)> _convertible;

    internal Coverage(IReadOnlyList<CountingSpan> counting, IReadOnlySet<(int From, int To)> convertible)
    {
        _convertible = convertible;
        Feeds = counting.GroupBy(c => c.Feed)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<IsoWeek>)[.. g.Select(c => c.Week)]);
        Stand = counting.Count == 0 ? null : counting.Max(c => c.Week);
        _first = counting.Count == 0 ? 0 : counting.Min(c => c.Week.Index);
        _years = new int[counting.Count == 0 ? 0 : Stand!.Value.Index - _first + 1];
        foreach (var span in counting)
        {
            ref var year = ref _years[span.Week.Index - _first];
            year = year == 0 || year == span.BoundaryYear ? span.BoundaryYear : Mixed;
        }
        DeliveredOn =
        [
            .. counting.GroupBy(c => c.BoundaryYear).OrderBy(g => g.Key)
                .Select(g => (g.Key, g.Select(c => c.Week).Distinct().Count())),
        ];
        _mixed = counting.Where(c => YearOf(c.Week) == Mixed).ToLookup(c => c.Week, c => c.BoundaryYear);
    }

    /// <summary>The newest week that counts; null while nothing does.</summary>
    public IsoWeek? Stand { get; }

    /// <summary>The counting weeks of each feed, ascending.</summary>
    public IReadOnlyDictionary<Feed, IReadOnlyList<IsoWeek>> Feeds { get; }

    /// <summary>On which boundary years how many weeks count, ascending; a week can count with two.</summary>
    public IReadOnlyList<(int BoundaryYear, int Weeks)> DeliveredOn { get; }

    /// <summary>Whether weeks of one boundary year count on another.</summary>
    public bool Converts(int from, int to) => _convertible.Contains((from, to));

    /// <summary>Boundary year of the newest counting week in a window; null when none counts.</summary>
    public int? YearOf(WeekRange window)
    {
        for (var week = window.Last; week >= window.First; week = week.Plus(-1))
            if (YearOf(week) is not 0 and var year)
                return year == Mixed ? null : year;
        return null;
    }

    /// <summary>Which weeks of a window count.</summary>
    /// <param name="window">The weeks asked for.</param>
    /// <param name="boundaryYear">The only boundaries that count; null at municipality level, where all do.</param>
    public WeekCoverage Of(WeekRange window, int? boundaryYear)
    {
        List<IsoWeek>? missing = null, other = null;
        List<(int From, IsoWeek Week)>? converted = null;
        foreach (var week in window.Weeks())
        {
            var year = YearOf(week);
            if (year == 0)
                (missing ??= []).Add(week);
            else if (boundaryYear is { } only && year != only)
                if (ConvertedFrom(week, year, only) is { } from)
                    (converted ??= []).Add((from, week));
                else
                    (other ??= []).Add(week);
        }
        var counted = window.Length - (missing?.Count ?? 0) - (other?.Count ?? 0);
        return new WeekCoverage(window.Length, counted, missing ?? [], other ?? [])
        {
            Converted = converted is null ? [] : Together(converted),
        };
    }

    /// <summary>Where the boundary year changes from one counting week of a window to the next.</summary>
    internal IEnumerable<(IsoWeek Week, int Year)> ChangesIn(WeekRange window)
    {
        var before = 0;
        foreach (var week in window.Weeks())
            if (YearOf(week) is not (0 or Mixed) and var year)
            {
                if (before != 0 && before != year)
                    yield return (week, year);
                before = year;
            }
    }

    /// <summary>Whether every feed of a week counts on these boundaries, its own or converted.</summary>
    internal bool IsWholeOn(IsoWeek week, int year) => YearOf(week) is not 0 and var delivered
        && (delivered == year || ConvertedFrom(week, delivered, year) is not null);

    /// <summary>The year from which a week is converted; null when a part of it cannot be.</summary>
    private int? ConvertedFrom(IsoWeek week, int delivered, int year)
    {
        if (delivered != Mixed)
            return _convertible.Contains((delivered, year)) ? delivered : null;
        var others = _mixed[week].Where(y => y != year).ToList();
        return others.TrueForAll(y => _convertible.Contains((y, year))) ? others[0] : null;
    }

    private static ConvertedWeeks[] Together(List<(int From, IsoWeek Week)> converted) =>
        [.. converted.GroupBy(c => c.From).Select(g => new ConvertedWeeks(g.Key, [.. g.Select(c => c.Week)]))];

    /// <summary>Whether a week was delivered at all.</summary>
    public bool Has(IsoWeek week) => YearOf(week) != 0;

    private int YearOf(IsoWeek week) =>
        (uint)(week.Index - _first) < (uint)_years.Length ? _years[week.Index - _first] : 0;
}
