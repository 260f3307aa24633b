using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>Whether a cube can answer a question, and on which boundaries.</summary>
internal static class CheckQuestion
{
    /// <summary>As many weeks as one delivery may cover.</summary>
    public const int MaximalWeeks = 600;

    /// <summary>Why not; null when it can. The boundaries are then those of the answer.</summary>
    public static Refusal? Of(FigureQuestion question, Cube cube, out MunicipalityAreas areas)
    {
        areas = null!;
        if (Disclosure.Of(cube) is { } closed)
            return closed;
        var (category, weeks) = (question.Category, question.Weeks.Length);
        if (cube.Tree.Find(category) is null)
            return Refusal.UnknownCategory(category);
        if (weeks > MaximalWeeks)
            return Refusal.TooLong(weeks, MaximalWeeks);
        if (question.Compare != Comparison.None && weeks > Window.YearInWeeks)
            return Refusal.TooLongToCompare(weeks);
        if (question.Area.Municipality != cube.Stamp.Municipality)
            return Refusal.AreaElsewhere(question.Area, cube.Stamp.Municipality);
        if (question.Area.Level > question.Level)
            return Refusal.AreaBelowLevel(question.Area, Words.Of(question.Level));
        return Boundaries(question, cube, out areas);
    }

    private static Refusal? Boundaries(FigureQuestion question, Cube cube, out MunicipalityAreas areas)
    {
        areas = null!;
        if (cube.AnswerYear(question.Weeks) is not { } usual)
            return Refusal.NoAreas(cube.Stamp.Municipality);
        var year = question.BoundaryYear ?? usual;
        if (cube.Areas(year) is not { } found)
            return Refusal.BoundariesNotLoaded(year);
        if (!found.Offers(question.Level))
            return Refusal.LevelNotOffered(Words.Of(question.Level));
        if (found.Find(question.Area) is null)
            return Refusal.UnknownArea(question.Area, year);
        areas = found;
        return null;
    }
}
