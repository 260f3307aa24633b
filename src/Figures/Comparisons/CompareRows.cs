using Twente.Igw.Analysis;

namespace Twente.Igw.Figures;

/// <summary>
/// Holds every row against its earlier windows: conditional binomial test with exposure in weeks counted, counts
/// divided by φ, and within the list the false discovery rate.
/// </summary>
internal static class CompareRows
{
    /// <summary>The share of the rows called hoger or lager that may be so by chance.</summary>
    private const double FalseShare = 0.05;

    private const double NoOverdispersion = 1;

    public static (FigureRow[] Rows, ComparedList List) Of(
        Topic topic, WeekCoverage weeks, Earlier earlier, FigureRow[] rows)
    {
        var phi = Spread.Of(topic);
        var reference = Reference.Of(topic, earlier);
        var tests = rows.Select(row => Test(row, weeks, reference, phi ?? NoOverdispersion)).ToArray();
        var verdicts = Verdicts(topic, tests);
        var called = verdicts.Count(v => v is Verdict.Higher or Verdict.Lower);
        var list = new ComparedList
        {
            With = Words.Of(topic.Question.Compare)!,
            Windows = [.. Window.Earlier(topic.Weeks, earlier.Asked).Select(WeekText.Of)],
            Overdispersion = phi, ExpectedFalse = FalseDiscovery.ExpectedFalseAlarms(called, FalseShare),
            Remarks = ComparisonRemark.On(topic, weeks, earlier, reference, phi),
        };
        var compared = rows.Select((row, i) => Row(topic, row, reference, tests[i], verdicts[i]));
        return ([.. rows.Zip(compared, (row, comparison) => row with { Compared = comparison })], list);
    }

    private static TestedRow? Test(FigureRow row, WeekCoverage weeks, Reference reference, double phi)
    {
        if (row.Count is not { } count || reference.Weeks == 0
            || !reference.Counts.TryGetValue(row.Area, out var before))
            return null;
        var test = RateComparison.Of(new Rate(count, weeks.Counted), new Rate(before, reference.Weeks), phi);
        return new TestedRow((double)before * weeks.Counted / reference.Weeks, test);
    }

    /// <summary>The word of each row; null where there is none to give.</summary>
    private static Verdict?[] Verdicts(Topic topic, TestedRow?[] tests)
    {
        if (topic.Category.Origin == CategoryOrigin.Found)
            return new Verdict?[tests.Length];
        var looked = tests.OfType<TestedRow>().ToArray();
        var adjusted = FalseDiscovery.Adjust([.. looked.Select(t => t.Comparison.PValue)]);
        var next = 0;
        return [.. tests.Select(test => test is null ? default(Verdict?) : Word(test, adjusted[next++]))];
    }

    private static Verdict Word(TestedRow test, double adjusted) =>
        RateVerdict.Of(test.Expected, test.Comparison) switch
        {
            Verdict.Higher or Verdict.Lower when adjusted > FalseShare => Verdict.NoClearDifference,
            var verdict => verdict,
        };

    private static RowComparison Row(
        Topic topic, FigureRow row, Reference reference, TestedRow? test, Verdict? verdict) => new()
        {
            Expected = test?.Expected, Difference = row.Count - test?.Expected, Ratio = Finite(test?.Comparison.Ratio),
            Lower = test?.Comparison.Interval.Lower, Upper = Finite(test?.Comparison.Interval.Upper),
            Verdict = WordOf(topic, reference, test, verdict),
            Explanation = test is null ? "" : VerdictText.Change(test.Expected, row.Count!.Value, reference.IsMean),
        };

    private static string WordOf(Topic topic, Reference reference, TestedRow? test, Verdict? verdict) => verdict switch
    {
        { } word => VerdictText.Of(word),
        _ when test is not null && topic.Category.Origin == CategoryOrigin.Found => VerdictText.FollowsEffort,
        _ when reference.NotYetKnown => VerdictText.NotYet,
        _ when topic.InClasses && reference.Weeks > 0 => topic.Category.Origin == CategoryOrigin.Found
            ? VerdictText.FollowsEffort : VerdictText.Of(Analysis.Verdict.TooLittle),
        _ => VerdictText.NotKnown,
    };

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;

    private sealed record TestedRow(double Expected, RateComparison Comparison);
}
