namespace Twente.Igw.Figures;

/// <summary>The windows of the work, and what each is held against.</summary>
public static class Window
{
    /// <summary>
    /// Weeks back to the same season: always 52 and never "the same week number", because some years have 53 weeks.
    /// </summary>
    public const int YearInWeeks = 52;

    /// <summary>Lengths that pages offer, in weeks.</summary>
    public static readonly IReadOnlyList<int> Lengths = [4, 12, 26, 52];

    /// <summary>The weeks up to and including the last.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one week.</exception>
    public static WeekRange Ending(IsoWeek last, int weeks) => new(last.Plus(1 - weeks), last);

    /// <summary>The same window 52 weeks earlier for each year back, the nearest first.</summary>
    public static IReadOnlyList<WeekRange> Earlier(WeekRange window, int years) =>
        [.. Enumerable.Range(1, years).Select(year => window.Plus(-YearInWeeks * year))];
}
