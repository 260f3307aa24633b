namespace Twente.Igw.Figures;

/// <summary>What a reader must know beside a comparison, in Dutch.</summary>
internal static class ComparisonRemark
{
    public static IReadOnlyList<string> On(
        Topic topic, WeekCoverage weeks, Earlier earlier, Reference reference, double? phi) =>
    [
        .. Lag(earlier), .. Missing(earlier, weeks, reference),
        .. BoundaryRemark.Earlier(earlier.Windows.Select(w => topic.CoverageIn(w.Cube, w.Weeks))), .. Swing(phi),
        .. Season(topic, earlier), .. Breaks(topic, earlier),
    ];

    private static IEnumerable<string> Lag(Earlier earlier)
    {
        if (!earlier.AtSameLag)
            yield break;
        yield return earlier.Windows.Count == 0
            ? "De nieuwste weken zijn nog niet compleet, en van de eerdere periode is niet bekend wat even kort na " +
                "afloop bekend was."
            : "Vergeleken met wat toen even kort na afloop bekend was, want registraties komen nog binnen.";
    }

    private static IEnumerable<string> Missing(Earlier earlier, WeekCoverage weeks, Reference reference)
    {
        var asked = earlier.Asked * weeks.Asked;
        if (reference.Weeks < asked && !reference.NotYetKnown)
            yield return $"Van de eerdere periode tellen {reference.Weeks} van {asked} weken mee; " +
                "vergeleken is per week.";
    }

    private static IEnumerable<string> Swing(double? phi)
    {
        if (phi is null)
            yield return "Hoe sterk cijfers van jaar op jaar schommelen is nog niet te schatten; " +
                "een verschil kan daardoor te snel duidelijk lijken.";
    }

    private static IEnumerable<string> Season(Topic topic, Earlier earlier) =>
        Window.Earlier(topic.Weeks, earlier.Asked).SelectMany(window => Events.Marks(topic.Weeks, window))
            .Select(mark => $"Let op: {mark}.");

    private static IEnumerable<string> Breaks(Topic topic, Earlier earlier)
    {
        var oldest = Window.Earlier(topic.Weeks, earlier.Asked)[^1];
        var between = new WeekRange(oldest.First, topic.Weeks.Last);
        return topic.Cube.Tree.BreaksOf(topic.Question.Category).Where(b => b.Splits(between)).Select(b => b.Text);
    }
}
