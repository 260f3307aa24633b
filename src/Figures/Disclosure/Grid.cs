namespace Twente.Igw.Figures;

/// <summary>
/// The periods that ring Lezen may ask for: no others, because the difference of two that nearly overlap is a week.
/// </summary>
internal static class Grid
{
    /// <summary>Windows that end at the newest week that counts, in weeks.</summary>
    public static readonly IReadOnlyList<int> Lengths = [4, 12, Window.YearInWeeks];

    /// <summary>Why a question falls outside; null when it does not.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="cube">What answers.</param>
    /// <param name="perWeek">Whether the answer is finer than its period: by week, or by weekday and daypart.</param>
    public static Refusal? Objection(FigureQuestion question, Cube cube, bool perWeek)
    {
        if (cube.Coverage.Stand is not { } stand)
            return null;
        var offered = perWeek ? [Window.YearInWeeks] : Lengths;
        var isWindow = question.Weeks.Last == stand && offered.Contains(question.Weeks.Length);
        if (!isWindow && !IsYear(question.Weeks, stand))
            return Refusal.OutsideGrid(offered, stand, NewestYear(stand));
        var usual = cube.AnswerYear(Window.Ending(stand, Window.YearInWeeks));
        return question.BoundaryYear is { } year && year != usual && year != cube.AnswerYear(question.Weeks)
            ? Refusal.OtherBoundaries(year)
            : null;
    }

    /// <summary>Whether weeks are one whole year of ISO weeks that has ended.</summary>
    public static bool IsYear(WeekRange weeks, IsoWeek stand) =>
        weeks.Last <= stand && weeks.First.Week == 1 && weeks.First.Year == weeks.Last.Year
        && weeks.Last.Plus(1).Year > weeks.Last.Year;

    /// <summary>The newest year of which every week has passed.</summary>
    public static WeekRange NewestYear(IsoWeek stand)
    {
        var year = stand.Plus(1).Year > stand.Year ? stand.Year : stand.Year - 1;
        IsoWeek.TryCreate(year, 1, out var first);
        IsoWeek.TryCreate(year + 1, 1, out var next);
        return new WeekRange(first, next.Plus(-1));
    }
}
