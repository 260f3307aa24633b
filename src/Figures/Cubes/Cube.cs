using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>
/// All counts of one gemeente at one data version, immutable; any question is answered from it without the database.
/// </summary>
public sealed class Cube
{
    private readonly CubeAreas _areas;
    private readonly CubeLines _lines;

    private Cube(CubeStamp stamp, CategoryTree tree, CountedWeeks weeks, CubeAreas areas, ConvertedBlocks converted)
    {
        (Stamp, Tree, Weeks, _areas, Converted) = (stamp, tree, weeks, areas, converted);
        _lines = new CubeLinesBuilder(areas, tree, converted.Codes).Build(weeks.Blocks, converted.Blocks);
    }

    /// <summary>Whose figures, and which versions of data and areas they are made of.</summary>
    public CubeStamp Stamp { get; }

    public CategoryTree Tree { get; }

    public Coverage Coverage => Converted.Coverage;

    /// <summary>Boundary years whose areas are loaded, ascending.</summary>
    public IReadOnlyList<int> BoundaryYears => _areas.Loaded;

    /// <summary>What this cube was summed from.</summary>
    internal CountedWeeks Weeks { get; }

    /// <summary>The same on other boundaries, through reviewed crosswalks.</summary>
    internal ConvertedBlocks Converted { get; }

    /// <summary>Memory of the lists over weeks and of the cells, in bytes.</summary>
    internal long Bytes => _lines.Bytes + Weeks.Blocks.Concat(Converted.Blocks).Sum(b => b.Cells.Length * 8L);

    /// <summary>The areas of a boundary year, or null when they are not loaded.</summary>
    public MunicipalityAreas? Areas(int boundaryYear) => _areas.Find(boundaryYear)?.Areas;

    /// <summary>
    /// The boundaries on which weeks are answered when nobody asks for others: of the newest that counts, else the
    /// newest loaded. A year that is not loaded here is no answer; its weeks are then listed as a gap.
    /// </summary>
    public int? AnswerYear(WeekRange window)
    {
        if (Coverage.YearOf(window) is { } year && Areas(year) is not null)
            return year;
        return BoundaryYears is [.., var newest] ? newest : null;
    }

    /// <summary>Count of a category in the whole gemeente, place unknown and every boundary year included.</summary>
    /// <exception cref="KeyNotFoundException">The tree has no such category.</exception>
    public int Count(CategoryCode category, WeekRange window) => _lines.Sum(FirstLine(category), window);

    /// <summary>Counts of a category for every area of a level, ordered by code.</summary>
    /// <param name="category">A class, group, tree or the control total.</param>
    /// <param name="level">Borough, district or neighbourhood.</param>
    /// <param name="boundaryYear">Only weeks on these boundaries count: delivered so, or converted.</param>
    /// <param name="window">The weeks.</param>
    /// <param name="counts">One cell per area of the level; overwritten.</param>
    /// <exception cref="KeyNotFoundException">The tree has no such category.</exception>
    public void Count(CategoryCode category, AreaLevel level, int boundaryYear, WeekRange window, Span<int> counts)
    {
        var (line, year) = (FirstLine(category), _areas.Find(boundaryYear)!);
        if (level == AreaLevel.Borough)
        {
            for (var i = 0; i < counts.Length; i++)
                counts[i] = year.DistrictsOf(year.Areas!.Boroughs[i].Code).Sum(d => _lines.Sum(line + d, window));
            return;
        }
        var first = line + year.FirstOf(level);
        for (var i = 0; i < counts.Length; i++)
            counts[i] = _lines.Sum(first + i, window);
    }

    /// <summary>Counts without a neighbourhood.</summary>
    /// <param name="category">A class, group, tree or the control total.</param>
    /// <param name="boundaryYear">Only weeks on these boundaries; null for all, each once.</param>
    /// <param name="window">The weeks.</param>
    public int CountPlaceUnknown(CategoryCode category, int? boundaryYear, WeekRange window)
    {
        var (line, sum) = (FirstLine(category), 0);
        foreach (var year in _areas.Years)
            if (boundaryYear is null || year.Year == boundaryYear)
                sum += _lines.Sum(line + year.Unknown, window);
        if (boundaryYear is { } only && _areas.Find(only) is { } places)
            sum += _lines.Sum(line + places.ConvertedUnknown, window);
        return sum;
    }

    /// <summary>Count per week of one area, from the first week of the window.</summary>
    /// <exception cref="KeyNotFoundException">The tree has no such category, or the year no such area.</exception>
    public int[] CountWeeks(CategoryCode category, AreaCode area, int boundaryYear, WeekRange window)
    {
        var perWeek = new int[window.Length];
        foreach (var place in PlacesOf(area, boundaryYear))
            _lines.AddWeeks(FirstLine(category) + place, window, perWeek);
        return perWeek;
    }

    /// <summary>Sums the blocks that count into a cube.</summary>
    internal static Cube Build(
        CubeStamp stamp, CategoryTree tree, CountedWeeks weeks, IReadOnlyDictionary<int, MunicipalityAreas?> years,
        IReadOnlyList<Crosswalk> crosswalks)
    {
        var all = years.ToDictionary();
        foreach (var block in weeks.Blocks)
            all.TryAdd(block.BoundaryYear, null);
        var converted = ConvertedBlocks.Of(stamp.Municipality, tree, weeks, crosswalks);
        return new Cube(stamp, tree, weeks, new CubeAreas(all), converted);
    }

    private int FirstLine(CategoryCode category) => Tree.PlaceOf(category) * _areas.Count;

    /// <summary>One place, or those of the districts that a borough is made of.</summary>
    private IEnumerable<int> PlacesOf(AreaCode area, int boundaryYear) =>
        area.Level == AreaLevel.Borough
            ? _areas.Find(boundaryYear)?.DistrictsOf(area) ?? []
            : [PlaceOf(area, boundaryYear)];

    private int PlaceOf(AreaCode area, int boundaryYear)
    {
        if (area.Level == AreaLevel.Municipality)
            return 0;
        var year = _areas.Find(boundaryYear);
        for (var i = 0; i < (year?.Areas?.At(area.Level).Count ?? 0); i++)
            if (year!.Areas!.At(area.Level)[i].Code == area)
                return year.FirstOf(area.Level) + i;
        throw new KeyNotFoundException($"{area} is no area of {Stamp.Municipality} in {boundaryYear}.");
    }
}

/// <summary>What a cube was made of; two cubes with the same stamp answer alike.</summary>
/// <param name="Municipality">Whose figures.</param>
/// <param name="Version">The tenant's data version.</param>
/// <param name="AreasVersion">The version of the areas.</param>
public sealed record CubeStamp(AreaCode Municipality, long Version, long AreasVersion)
{
    /// <summary>The feeds among its figures that may not be shown yet; empty when all may.</summary>
    public string Closed { get; init; } = "";

    /// <summary>How many of the tenant's own settings are in force; a day can bring one without a version.</summary>
    public int Settings { get; init; }
}

/// <summary>The weeks that count at a version, with their cells.</summary>
/// <param name="Counting">What counts, ordered by week.</param>
/// <param name="Blocks">The cells of each, in the same order.</param>
/// <param name="History">Everything that ever counted up to the version.</param>
/// <param name="Codes">What the numbers in the cells stand for.</param>
internal sealed record CountedWeeks(
    IReadOnlyList<CountingSpan> Counting, IReadOnlyList<WeekBlock> Blocks, WeekHistory History, Codes Codes)
{
    /// <summary>The data version at which detail was last forgotten when these cells were read.</summary>
    public long ForgottenAt { get; init; }

    public static CountedWeeks None { get; } = new([], [], WeekHistory.Empty, new CodeBooks().Copy());
}
