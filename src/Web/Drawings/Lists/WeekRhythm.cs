using Twente.Igw.Figures;

namespace Twente.Igw.Web.Drawings;

/// <summary>Counts by weekday and daypart.</summary>
/// <param name="Counts">
/// Weekday 1 (Monday) to 7, or 0 when not known, with a daypart; a pair that is missing here is zero. A count that is
/// not known is hatched.
/// </param>
internal sealed record WeekRhythm(IReadOnlyDictionary<(int Weekday, Daypart Daypart), ShownCount> Counts)
{
    public static readonly IReadOnlyList<string> Days =
        ["dag onbekend", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];

    public static readonly IReadOnlyList<(Daypart Daypart, string Word, string Hours)> Dayparts =
    [
        (Daypart.Night, "nacht", "0–6"), (Daypart.Morning, "ochtend", "6–12"),
        (Daypart.Afternoon, "middag", "12–18"), (Daypart.Evening, "avond", "18–24"),
    ];

    /// <summary>Weekdays times dayparts, all of six hours: what an even spread is measured by.</summary>
    private const int Cells = 28;

    /// <summary>Below two in every cell colours would show chance.</summary>
    private const int LeastToColour = 2 * Cells;

    public static WeekRhythm Of(MomentsAnswer answer)
    {
        var counts = new Dictionary<(int, Daypart), ShownCount>();
        for (var row = 0; row < answer.Rows.Count; row++)
            for (var part = 0; part < answer.Dayparts.Count; part++)
                // The answer puts what is unknown last, the enumerations put it first.
                counts[((row + 1) % Days.Count, (Daypart)((part + 1) % answer.Dayparts.Count))] =
                    answer.Rows[row].Shown(part);
        return new WeekRhythm(counts);
    }

    /// <summary>Whether any count is shown as a class; then there are no sums.</summary>
    public bool InClasses => Counts.Values.Any(c => c.Class is not null);

    public ShownCount Of(int weekday, Daypart daypart) => Counts.GetValueOrDefault((weekday, daypart), 0);

    /// <summary>Zero where a part is not known: a total of what is shown.</summary>
    public int OfDay(int weekday) => Counts.Where(c => c.Key.Weekday == weekday).Sum(c => c.Value.Count ?? 0);

    public int OfDaypart(Daypart daypart) => Counts.Where(c => c.Key.Daypart == daypart).Sum(c => c.Value.Count ?? 0);

    public int Total => Counts.Values.Sum(c => c.Count ?? 0);

    /// <summary>Whether there is a row for counts whose weekday is not known.</summary>
    public bool HasUnknownDay =>
        Counts.Any(c => c.Key.Weekday == 0 && c.Value is not { Count: 0 or null, Class: null });

    /// <summary>Whether there is a column for counts whose daypart is not known.</summary>
    public bool HasUnknownDaypart =>
        Counts.Any(c => c.Key.Daypart == Daypart.Unknown && c.Value is not { Count: 0 or null, Class: null });

    /// <summary>How often as many as with an even spread; null when there is too little to colour.</summary>
    public double? Evenness(ShownCount count)
    {
        var placed = Counts.Where(c => c.Key.Weekday > 0 && c.Key.Daypart != Daypart.Unknown)
            .Sum(c => c.Value.Amount ?? 0);
        return placed < LeastToColour ? null : count.Amount * Cells / placed;
    }
}
