namespace Twente.Igw.Figures;

/// <summary>What a reader must know when weeks lie on more than one boundary year, in Dutch.</summary>
internal static class BoundaryRemark
{
    private const int NamedAreas = 5;

    /// <summary>Of the window itself: what was converted, and where that meant rounding.</summary>
    public static IEnumerable<string> Converted(Topic topic, WeekCoverage weeks)
    {
        foreach (var part in weeks.Converted)
            yield return $"{part.Weeks.Count} van {weeks.Asked} weken {(part.Weeks.Count == 1 ? "is" : "zijn")} " +
                $"omgerekend van indeling {part.BoundaryYear}. Het totaal van de gemeente verandert daar niet door.";
        var divided = topic.Level.Where(a => topic.Asks(a.Code) && topic.IsRounded(a.Code, weeks))
            .Select(a => a.Name).ToList();
        if (divided.Count > 0)
            yield return "Afgerond: een incident uit een gedeelde buurt telt heel in één van de delen, in verhouding " +
                $"tot de omrekentabel. Dat geldt voor {Named(divided)}.";
    }

    /// <summary>Of earlier windows beside it: what was converted, and what is not there.</summary>
    public static IEnumerable<string> Earlier(IEnumerable<WeekCoverage> earlier)
    {
        var windows = earlier.ToList();
        var years = windows.SelectMany(w => w.Converted).Select(c => c.BoundaryYear).Distinct().Order().ToList();
        if (years.Count > 0)
            yield return $"Weken van eerdere jaren zijn omgerekend van indeling {string.Join(" en ", years)}.";
        if (windows.Sum(w => w.OtherBoundaries.Count) is > 0 and var gap)
            yield return $"Van eerdere jaren {(gap == 1 ? "telt 1 week" : $"tellen {gap} weken")} niet mee: op een " +
                "andere indeling geleverd, zonder goedgekeurde omrekentabel.";
    }

    public static IReadOnlyList<BoundaryBreak>? Breaks(Topic topic)
    {
        var changes = topic.Cube.Coverage.ChangesIn(topic.Weeks).ToList();
        return changes.Count == 0 ? null : [.. changes.Select(c => new BoundaryBreak(c.Week, c.Year, Text(topic)))];
    }

    private static string Text(Topic topic) => topic.OnlyYear is { } year
        ? $"Andere grenzen van wijken en buurten; deze cijfers staan op indeling {year}."
        : "Andere grenzen van wijken en buurten; het totaal van de gemeente verandert daar niet door.";

    private static string Named(List<string> names) => names.Count <= NamedAreas
        ? string.Join(", ", names)
        : $"{string.Join(", ", names.Take(NamedAreas))} en {names.Count - NamedAreas} andere";
}
