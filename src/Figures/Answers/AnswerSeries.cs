namespace Twente.Igw.Figures;

/// <summary>What becomes of a question for a series.</summary>
public abstract record SeriesOutcome
{
    private SeriesOutcome()
    {
    }

    /// <summary>The question was answered, and the viewer may see it.</summary>
    public sealed record Answered(SeriesAnswer Answer) : SeriesOutcome;

    /// <summary>No figures, and why.</summary>
    public sealed record Refused(Refusal Refusal) : SeriesOutcome;
}

/// <summary>Answers how one area went week by week, for the current tenant.</summary>
public sealed class AnswerSeries(CubeStore cubes)
{
    private const int MaximalYears = 5;

    /// <summary>Counts (incidents per ISO week) of one area, from the tenant's accepted deliveries.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="viewer">For whom; of this tenant's gemeente.</param>
    /// <param name="cancel">Ends the answering.</param>
    /// <exception cref="ViewerElsewhereException">The viewer belongs to another gemeente.</exception>
    public async ValueTask<SeriesOutcome> Answer(SeriesQuestion question, Viewer viewer, CancellationToken cancel)
    {
        if (question.EarlierYears is < 0 or > MaximalYears)
            return new SeriesOutcome.Refused(Refusal.TooManyYears(MaximalYears));
        if (Disclosure.Objection(question.KnownOn, viewer) is { } lookingBack)
            return new SeriesOutcome.Refused(lookingBack);
        var cube = await cubes.For(question.KnownOn, cancel);
        if (CheckQuestion.Of(AsFigures(question), cube, out var areas) is { } refusal)
            return new SeriesOutcome.Refused(refusal);
        if (Disclosure.Objection(AsFigures(question), cube, viewer, perWeek: true) is { } objection)
            return new SeriesOutcome.Refused(objection);

        var answer = MakeAnswer(
            new Topic(AsFigures(question), cube, areas) { Viewer = viewer }, question.EarlierYears);
        return Disclosure.Apply(answer, viewer, out var shown, out var closed)
            ? new SeriesOutcome.Answered(shown)
            : new SeriesOutcome.Refused(closed);
    }

    /// <summary>The same question for one number, so that both are checked by the same rules.</summary>
    internal static FigureQuestion AsFigures(SeriesQuestion question) => new()
    {
        Level = question.Area.Level, Area = question.Area, Category = question.Category, Weeks = question.Weeks,
        KnownOn = question.KnownOn, BoundaryYear = question.BoundaryYear,
    };

    /// <summary>The answer itself: pure.</summary>
    internal static SeriesAnswer MakeAnswer(Topic topic, int earlierYears)
    {
        var (cube, area) = (topic.Cube, topic.Areas.Find(topic.Question.Area)!);
        var (weeks, earlier) = (topic.CoverageIn(cube, topic.Weeks), Window.Earlier(topic.Weeks, earlierYears));
        return new SeriesAnswer
        {
            Municipality = cube.Stamp.Municipality, Area = area.Code, Name = area.Name,
            BoundaryYear = topic.Areas.BoundaryYear, Category = topic.Question.Category, First = topic.Weeks.First,
            Last = topic.Weeks.Last, Version = cube.Stamp.Version, Stand = cube.Coverage.Stand,
            Ring = topic.Viewer.Ring,
            Weeks = AnsweredWeeks.Of(weeks), Source = Source.Of(cube.Coverage),
            BoundaryBreaks = BoundaryRemark.Breaks(topic),
            Remarks =
            [
                .. Remark.On(topic, weeks), .. BoundaryRemark.Earlier(earlier.Select(w => topic.CoverageIn(cube, w))),
            ],
            Points = Points(topic, earlier),
        };
    }

    private static SeriesPoint[] Points(Topic topic, IReadOnlyList<WeekRange> earlier)
    {
        var now = Counts(topic, topic.Weeks);
        var before = earlier.Select(window => Counts(topic, window)).ToArray();
        return [.. topic.Weeks.Weeks().Select((week, i) =>
            new SeriesPoint(week, now[i].Count, Sign(topic, week, now[i]), [.. before.Select(c => c[i].Count)])
            {
                Class = now[i].Class, EarlierClasses = topic.InClasses ? [.. before.Select(c => c[i].Class)] : null,
            })];
    }

    private static ShownCount[] Counts(Topic topic, WeekRange window)
    {
        var coverage = topic.CoverageIn(topic.Cube, window);
        var unknown = coverage.Missing.Concat(coverage.OtherBoundaries).ToHashSet();
        var counts = topic.CountWeeks(window);
        int?[] known = [.. window.Weeks().Select((week, i) => unknown.Contains(week) ? default(int?) : counts[i])];
        return topic.InClasses ? ShowCounts.Of(known, Totals(known.Length)) : [.. known.Select(c => (ShownCount)c)];
    }

    /// <summary>The windows that are asked as one number, all ending at the last week.</summary>
    private static IReadOnlyList<IReadOnlyList<int>> Totals(int weeks) =>
        [.. Grid.Lengths.Append(weeks).Where(l => l <= weeks).Distinct()
            .Select(l => (IReadOnlyList<int>)[.. Enumerable.Range(weeks - l, l)])];

    private static string? Sign(Topic topic, IsoWeek week, ShownCount count)
    {
        if (!count.IsKnown)
            return ".";
        if (count.Class is { IsShielded: true })
            return "x";
        return topic.Cube.Coverage.Stand is { } stand && stand.Index - week.Index < Topic.SettledAfter ? "*" : null;
    }
}
