using Twente.Igw.Areas;

namespace Twente.Igw.Regional;

/// <summary>
/// What one gemeente publishes now: of each cell the newest. A count is one look-up of a packed key, so that a
/// comparison of the whole country stays within a few milliseconds.
/// </summary>
public sealed class PublishedCounts
{
    private const int NotThere = int.MinValue;
    private const int WithheldMark = -1;

    private readonly Dictionary<long, int> _cells;
    private readonly Dictionary<AreaCode, int> _areas;
    private readonly IReadOnlyDictionary<string, int> _categories;

    private PublishedCounts(
        Dictionary<long, int> cells, Dictionary<AreaCode, int> areas, IReadOnlyDictionary<string, int> categories) =>
        (_cells, _areas, _categories) = (cells, areas, categories);

    public static PublishedCounts None { get; } = new([], [], new Dictionary<string, int>());

    /// <summary>Number of cells.</summary>
    public int Count => _cells.Count;

    /// <summary>The areas with a count, ordered by code.</summary>
    public IEnumerable<AreaCode> Areas => _areas.Keys.OrderBy(a => a.Code, StringComparer.Ordinal);

    /// <summary>Reads publications in the order in which they were made.</summary>
    /// <param name="publications">As <see cref="ProtectedCells"/> wrote them, oldest first.</param>
    /// <param name="categories">The place of each category; others are left out.</param>
    /// <param name="keeps">Which cells she still publishes.</param>
    public static PublishedCounts From(
        IEnumerable<string> publications, IReadOnlyDictionary<string, int> categories, Func<CellName, bool> keeps)
    {
        var (cells, areas) = (new Dictionary<long, int>(), new Dictionary<AreaCode, int>());
        foreach (var cell in publications.SelectMany(ProtectedCells.Read))
        {
            if (!categories.TryGetValue(cell.Name.Category, out var category) || !keeps(cell.Name))
                continue;
            if (!areas.TryGetValue(cell.Name.Area, out var area))
                areas.Add(cell.Name.Area, area = areas.Count);
            cells[Key(area, category, cell.Name.Period)] = cell.Value ?? WithheldMark;
        }
        return new PublishedCounts(cells, areas, categories);
    }

    /// <summary>A published count.</summary>
    public RegionalCount Find(AreaCode area, string category, ReportingPeriod period) =>
        _areas.TryGetValue(area, out var at) && _categories.TryGetValue(category, out var of)
            ? _cells.GetValueOrDefault(Key(at, of, period), NotThere) switch
            {
                NotThere => default,
                WithheldMark => RegionalCount.Withheld,
                var value => new RegionalCount(CountState.Shown, value),
            }
            : default;

    private static long Key(int area, int category, ReportingPeriod period) =>
        ((long)area << 32) | ((long)category << 20) | (uint)(((period.Year - 1990) * 32)
            + (period.Unit switch { PeriodUnit.Month => 0, PeriodUnit.Quarter => 16, _ => 24 }) + period.Number);
}

/// <summary>A published count, or why there is none.</summary>
public readonly record struct RegionalCount(CountState State, int Value)
{
    public static RegionalCount Withheld { get; } = new(CountState.Withheld, 0);

    public int? Amount => State == CountState.Shown ? Value : null;
}

/// <summary>Whether there is a published count.</summary>
public enum CountState
{
    NotPublished,

    /// <summary>Withheld: together with what else is known it would tell too much.</summary>
    Withheld,
    Shown,
}
