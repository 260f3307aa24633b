namespace Twente.Igw.Figures;

/// <summary>What becomes of a question for figures.</summary>
public abstract record FigureOutcome
{
    private FigureOutcome()
    {
    }

    /// <summary>The question was answered, and the viewer may see it.</summary>
    public sealed record Answered(FigureAnswer Answer) : FigureOutcome;

    /// <summary>No figures, and why.</summary>
    public sealed record Refused(Refusal Refusal) : FigureOutcome;
}

/// <summary>Answers how often, of what, where and when, for the current tenant.</summary>
public sealed class AnswerFigures(CubeStore cubes)
{
    /// <summary>
    /// Counts (incidents in the window) and rates (per 1,000 of the category's denominator, 95 % Poisson interval) of
    /// every area of the level, from the tenant's accepted deliveries.
    /// </summary>
    /// <param name="question">What is asked.</param>
    /// <param name="viewer">For whom; of this tenant's gemeente.</param>
    /// <param name="cancel">Ends the answering.</param>
    /// <exception cref="ViewerElsewhereException">The viewer belongs to another gemeente.</exception>
    public async ValueTask<FigureOutcome> Answer(FigureQuestion question, Viewer viewer, CancellationToken cancel)
    {
        if (Disclosure.Objection(question.KnownOn, viewer) is { } lookingBack)
            return new FigureOutcome.Refused(lookingBack);
        var cube = await cubes.For(question.KnownOn, cancel);
        if (CheckQuestion.Of(question, cube, out var areas) is { } refusal)
            return new FigureOutcome.Refused(refusal);
        if (Disclosure.Objection(question, cube, viewer, perWeek: false) is { } objection)
            return new FigureOutcome.Refused(objection);

        var topic = new Topic(question, cube, areas) { Viewer = viewer };
        var answer = MakeAnswer(topic, await FindEarlier.Of(topic, cubes, cancel));
        return Disclosure.Apply(answer, viewer, out var shown, out var closed)
            ? new FigureOutcome.Answered(shown)
            : new FigureOutcome.Refused(closed);
    }

    /// <summary>The answer itself: pure.</summary>
    internal static FigureAnswer MakeAnswer(Topic topic, Earlier? earlier)
    {
        var (cube, question) = (topic.Cube, topic.Question);
        var weeks = topic.CoverageIn(cube, topic.Weeks);
        var counts = LevelCounts.In(topic, cube, topic.Weeks);
        var rows = MakeRows.Of(topic, weeks, counts);
        var (shown, compared) =
            earlier is null ? (rows, default(ComparedList)) : CompareRows.Of(topic, weeks, earlier, rows);
        return new FigureAnswer
        {
            Municipality = cube.Stamp.Municipality, BoundaryYear = topic.Areas.BoundaryYear,
            Category = question.Category, Level = question.Level, First = topic.Weeks.First, Last = topic.Weeks.Last,
            Version = cube.Stamp.Version, Stand = cube.Coverage.Stand, Provisional = topic.Provisional,
            Ring = topic.Viewer.Ring,
            PlaceUnknown = counts.PlaceUnknown.Count, PlaceUnknownClass = counts.PlaceUnknown.Class,
            Weeks = AnsweredWeeks.Of(weeks), Source = Source.Of(cube.Coverage),
            Denominator = RateUnit.WordOf(topic.Category.Denominator), Remarks = Remark.On(topic, weeks),
            Compared = compared, Rows = shown,
        };
    }
}
