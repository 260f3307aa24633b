using NodaTime;

namespace Twente.Igw.Figures;

/// <summary>What becomes of a question for how late registrations come in.</summary>
public abstract record DelayOutcome
{
    private DelayOutcome()
    {
    }

    /// <summary>The question was answered, and the viewer may see it.</summary>
    public sealed record Answered(DelayAnswer Answer) : DelayOutcome;

    /// <summary>No figures, and why.</summary>
    public sealed record Refused(Refusal Refusal) : DelayOutcome;
}

/// <summary>
/// Answers how late registrations come in for the current tenant: of the newest weeks that are settled, which part of
/// the count known now was known 1, 2, 4 and 13 weeks after the end of the week.
/// </summary>
public sealed class AnswerDelay(CubeStore cubes)
{
    /// <summary>After this many weeks a week is settled.</summary>
    public const int SettledAfter = 13;

    /// <summary>No more weeks than this: how suppliers worked years ago says little.</summary>
    public const int MostWeeks = 52;

    private static readonly int[] After = [1, 2, 4, SettledAfter];
    private static readonly DateTimeZone Netherlands = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    /// <param name="viewer">For whom; of this tenant's gemeente.</param>
    /// <param name="cancel">Ends the answering.</param>
    /// <exception cref="ViewerElsewhereException">The viewer belongs to another gemeente.</exception>
    public async Task<DelayOutcome> Answer(Viewer viewer, CancellationToken cancel)
    {
        var cube = await cubes.Current(cancel);
        var (weeks, later) = Settled(cube);
        var known = After.Select(after => weeks.SelectMany(w => CountingAfter(cube.Weeks.History, w, after)).ToList())
            .ToList();
        var (blocks, codes) = await cubes.Blocks([.. known.SelectMany(k => k)], cancel);
        int[][] counts =
        [
            .. known.Select(spans => Sum(cube.Tree, codes, viewer, spans.Select(s => blocks[(s.Delivery, s.Week)]))),
            Sum(cube.Tree, codes, viewer, cube.Weeks.Blocks.Where(b => weeks.Contains(b.Week))),
        ];
        var answer = new DelayAnswer
        {
            Municipality = cube.Stamp.Municipality, Version = cube.Stamp.Version, Ring = viewer.Ring,
            WithoutSensitive = !viewer.SeesSensitive,
            Weeks = [.. weeks.Order()], DeliveredLater = later, After = After, Rows = Rows(cube.Tree, counts),
        };
        return Disclosure.Apply(answer, viewer, out var shown, out var closed)
            ? new DelayOutcome.Answered(shown)
            : new DelayOutcome.Refused(closed);
    }

    /// <summary>The newest settled weeks that came in time, and how many others came later.</summary>
    private static (HashSet<IsoWeek> InTime, int Later) Settled(Cube cube)
    {
        if (cube.Coverage.Stand is not { } stand)
            return ([], 0);
        var settled = cube.Weeks.Counting.Select(c => c.Week).Distinct()
            .Where(w => stand.Index - w.Index >= SettledAfter)
            .OrderDescending().Take(MostWeeks).ToList();
        var inTime = settled.Where(w => CountingAfter(cube.Weeks.History, w, After[0]).Any()).ToHashSet();
        return (inTime, settled.Count - inTime.Count);
    }

    /// <summary>What counted for a week so many weeks after its Sunday had ended.</summary>
    private static IEnumerable<CountingSpan> CountingAfter(WeekHistory history, IsoWeek week, int weeks)
    {
        var moment = Netherlands.AtStartOfDay(week.Plus(1 + weeks).Monday).ToInstant().ToDateTimeUtc();
        return history.CountingFor(week, history.VersionAt(moment));
    }

    private static int[] Sum(CategoryTree tree, Codes codes, Viewer viewer, IEnumerable<WeekBlock> blocks)
    {
        var perClass = new int[codes.Classes.Count];
        foreach (var cell in blocks.SelectMany(b => b.Cells))
            perClass[cell.Class] += cell.Count;
        var sums = new int[tree.Count];
        for (var at = 0; at < perClass.Length; at++)
            if (tree.Counts(codes.Classes[at], viewer.SeesSensitive))
                foreach (var place in tree.PlacesAbove(codes.Classes[at]))
                    sums[place] += perClass[at];
        return sums;
    }

    private static List<DelayRow> Rows(CategoryTree tree, int[][] counts) =>
    [
        .. tree.InOrder
            .Select(c => (Category: c, Place: tree.PlaceOf(c.Code)))
            .Where(c => counts.Any(sums => sums[c.Place] > 0))
            .Select(c => new DelayRow(
                c.Category.Code, c.Category.Title, c.Category.Kind, counts[^1][c.Place],
                [.. counts[..^1].Select(sums => sums[c.Place])])),
    ];
}
