namespace Twente.Igw.Figures;

/// <summary>Where figures come from, for readers.</summary>
internal static class Source
{
    public static string Of(Coverage coverage) =>
        coverage.Feeds.Count == 0
            ? "nog geen levering"
            : string.Join(", ", coverage.Feeds.Keys
                .Select(f => $"{f.Contract} van {f.Supplier}").Order(StringComparer.Ordinal));
}

/// <summary>What a reader must know beside figures, in Dutch.</summary>
internal static class Remark
{
    public static IReadOnlyList<string> On(Topic topic, WeekCoverage weeks) =>
    [
        .. Gaps(weeks, topic.Areas.BoundaryYear), .. LeftOut(topic), .. BoundaryRemark.Converted(topic, weeks),
        .. topic.Cube.Tree.BreaksOf(topic.Question.Category).Where(b => b.Splits(topic.Weeks)).Select(b => b.Text),
    ];

    private static IEnumerable<string> LeftOut(Topic topic)
    {
        var titles = topic.LeftOut.Select(c => topic.Cube.Tree.Find(c)!.Title).ToList();
        if (titles.Count > 0)
            yield return $"Zonder {string.Join(", ", titles)}: gevoelige soorten staan alleen per gemeente en per " +
                "jaar in de cijfers.";
    }

    public static IEnumerable<string> Gaps(WeekCoverage weeks, int year)
    {
        if (weeks.Missing.Count > 0)
            yield return $"{weeks.Asked - weeks.Missing.Count} van {weeks.Asked} weken geleverd.";
        if (weeks.OtherBoundaries.Count > 0)
            yield return $"{weeks.OtherBoundaries.Count} van {weeks.Asked} weken zijn op een andere indeling dan die " +
                $"van {year} geleverd en tellen hier niet mee.";
    }
}
