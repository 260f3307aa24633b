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

    public Category Category { get; } = Cube.Tree.Find(Question.Category)!;

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
        var counts = new int[Level.Count];
        if (Question.Level == AreaLevel.Municipality)
            counts[0] = cube.Count(Question.Category, window);
        else
            cube.Count(Question.Category, Question.Level, Areas.BoundaryYear, window, counts);
        return counts;
    }
}
