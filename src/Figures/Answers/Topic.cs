using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>A question laid on a cube that can answer it.</summary>
/// <param name="Question">The question, checked.</param>
/// <param name="Cube">The cube that answers.</param>
/// <param name="Areas">The boundaries of the answer.</param>
internal sealed record Topic(FigureQuestion Question, Cube Cube, MunicipalityAreas Areas)
{
    /// <summary>Weeks that registrations keep arriving for; younger windows are provisional.</summary>
    public const int SettledAfter = 4;

    /// <summary>For whom it is answered.</summary>
    public required Viewer Viewer { get; init; }

    public Category Category { get; } = Cube.Tree.Find(Question.Category)!;

    /// <summary>Whether counts below twenty are shown as a class.</summary>
    public bool InClasses => Viewer.Ring == Ring.Classes;

    /// <summary>Sensitive classes under the category that this viewer's counts leave out.</summary>
    public IReadOnlyList<CategoryCode> LeftOut => Disclosure.LeftOut(Category, Cube.Tree, Viewer.SeesSensitive);

    public WeekRange Weeks => Question.Weeks;

    /// <summary>The areas of the level, all of the gemeente.</summary>
    public IReadOnlyList<Area> Level { get; } = Areas.At(Question.Level);

    /// <summary>The only boundaries on which weeks count; null at municipality level, where all do.</summary>
    public int? OnlyYear => Question.Level == AreaLevel.Municipality ? null : Areas.BoundaryYear;

    /// <summary>Weeks between the end of the window and the newest counting week; null while nothing counts.</summary>
    public int? Lag => Cube.Coverage.Stand is { } stand ? stand.Index - Weeks.Last.Index : null;

    public bool Provisional => Lag is not >= SettledAfter;

    /// <summary>Whether an area of the level belongs in the answer.</summary>
    public bool Asks(AreaCode area) => Areas.IsWithin(area, Question.Area);

    public WeekCoverage CoverageIn(Cube cube, WeekRange window) => cube.Coverage.Of(window, OnlyYear);

    /// <summary>Whether an area's count holds a share of incidents that were dealt over several areas.</summary>
    public bool IsRounded(AreaCode area, WeekCoverage weeks) =>
        weeks.Converted.Count > 0 && (area.Level == AreaLevel.Borough
            ? Areas.Districts.Any(d => Areas.BoroughOf(d.Code) == area && IsRounded(d.Code, weeks))
            : Cube.Converted.Divides(area, Areas.BoundaryYear, weeks.Converted));

    /// <summary>Counts of every area of the level, in its order.</summary>
    public int[] CountsIn(Cube cube, WeekRange window)
    {
        var counts = CountsIn(cube, window, Question.Category);
        foreach (var sensitive in LeftOut)
            Subtract(counts, CountsIn(cube, window, sensitive));
        return counts;
    }

    /// <summary>Counts without a neighbourhood, on the boundaries of the answer.</summary>
    public int PlaceUnknownIn(Cube cube, WeekRange window) =>
        cube.CountPlaceUnknown(Question.Category, OnlyYear, window)
        - LeftOut.Sum(sensitive => cube.CountPlaceUnknown(sensitive, OnlyYear, window));

    /// <summary>Counts of the asked area for each week of a window.</summary>
    public int[] CountWeeks(WeekRange window)
    {
        var counts = Cube.CountWeeks(Question.Category, Question.Area, Areas.BoundaryYear, window);
        foreach (var sensitive in LeftOut)
            Subtract(counts, Cube.CountWeeks(sensitive, Question.Area, Areas.BoundaryYear, window));
        return counts;
    }

    private int[] CountsIn(Cube cube, WeekRange window, CategoryCode category)
    {
        var counts = new int[Level.Count];
        if (Question.Level == AreaLevel.Municipality)
            counts[0] = cube.Count(category, window);
        else
            cube.Count(category, Question.Level, Areas.BoundaryYear, window, counts);
        return counts;
    }

    private static void Subtract(int[] from, int[] counts)
    {
        for (var i = 0; i < from.Length; i++)
            from[i] -= counts[i];
    }
}
