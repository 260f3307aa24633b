namespace Twente.Igw.Figures;

/// <summary>What becomes of a question for moments.</summary>
public abstract record MomentsOutcome
{
    private MomentsOutcome()
    {
    }

    /// <summary>The question was answered, and the viewer may see it.</summary>
    public sealed record Answered(MomentsAnswer Answer) : MomentsOutcome;

    /// <summary>No figures, and why.</summary>
    public sealed record Refused(Refusal Refusal) : MomentsOutcome;
}

/// <summary>Answers on which weekdays and dayparts something happens in one area, for the current tenant.</summary>
public sealed class AnswerMoments(CubeStore cubes)
{
    private static readonly string[] Weekdays =
        ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "onbekend"];

    private static readonly Daypart[] Columns =
        [Daypart.Night, Daypart.Morning, Daypart.Afternoon, Daypart.Evening, Daypart.Unknown];

    /// <summary>
    /// Counts (incidents in the window) of one area by weekday and daypart, unknown ones in a row and column of their
    /// own, from the tenant's accepted deliveries.
    /// </summary>
    /// <param name="question">What is asked.</param>
    /// <param name="viewer">For whom; of this tenant's gemeente.</param>
    /// <param name="cancel">Ends the answering.</param>
    /// <exception cref="ViewerElsewhereException">The viewer belongs to another gemeente.</exception>
    public async ValueTask<MomentsOutcome> Answer(MomentsQuestion question, Viewer viewer, CancellationToken cancel)
    {
        if (Disclosure.Objection(question.KnownOn, viewer) is { } lookingBack)
            return new MomentsOutcome.Refused(lookingBack);
        var cube = await cubes.For(question.KnownOn, cancel);
        if (CheckQuestion.Of(AsFigures(question), cube, out var areas) is { } refusal)
            return new MomentsOutcome.Refused(refusal);
        if (Disclosure.Objection(AsFigures(question), cube, viewer, perWeek: true) is { } objection)
            return new MomentsOutcome.Refused(objection);

        var answer = MakeAnswer(new Topic(AsFigures(question), cube, areas) { Viewer = viewer });
        return Disclosure.Apply(answer, viewer, out var shown, out var closed)
            ? new MomentsOutcome.Answered(shown)
            : new MomentsOutcome.Refused(closed);
    }

    /// <summary>The same question for one number, so that both are checked by the same rules.</summary>
    internal static FigureQuestion AsFigures(MomentsQuestion question) => new()
    {
        Level = question.Area.Level, Area = question.Area, Category = question.Category, Weeks = question.Weeks,
        KnownOn = question.KnownOn, BoundaryYear = question.BoundaryYear,
    };

    /// <summary>The answer itself: pure.</summary>
    internal static MomentsAnswer MakeAnswer(Topic topic)
    {
        var (cube, area) = (topic.Cube, topic.Areas.Find(topic.Question.Area)!);
        var weeks = topic.CoverageIn(cube, topic.Weeks);
        var slots = weeks.Counted == 0 ? null : Slots.Of(topic);
        ShownCount total = slots?.Sum();
        if (topic.InClasses)
            total = ShowCounts.Alone(total.Count);
        return new MomentsAnswer
        {
            Municipality = cube.Stamp.Municipality, Area = area.Code, Name = area.Name,
            BoundaryYear = topic.Areas.BoundaryYear, Category = topic.Question.Category, First = topic.Weeks.First,
            Last = topic.Weeks.Last, Version = cube.Stamp.Version, Stand = cube.Coverage.Stand,
            Provisional = topic.Provisional, Ring = topic.Viewer.Ring, Weeks = AnsweredWeeks.Of(weeks),
            Source = Source.Of(cube.Coverage), Remarks = Remark.On(topic, weeks),
            Rows = slots is null ? Unknown() : topic.InClasses ? InClasses(slots) : Rows(slots),
            Total = total.Count, TotalClass = total.Class,
        };
    }

    /// <summary>Every cell in its class, and no sums: they would give cells back.</summary>
    private static MomentRow[] InClasses(int[] slots)
    {
        var shown = ShowCounts.Of([.. slots.Select(c => (int?)c)], [[.. Enumerable.Range(0, slots.Length)]]);
        return
        [
            .. Weekdays.Select((name, i) =>
            {
                var weekday = (i + 1) % Weekdays.Length;
                ShownCount[] counts = [.. Columns.Select(c => shown[Cell.SlotOf(weekday, (int)c)])];
                return new MomentRow(name, [.. counts.Select(c => c.Count)], Total: null)
                {
                    Classes = [.. counts.Select(c => c.Class)],
                };
            }),
        ];
    }

    private static MomentRow[] Rows(int[] slots) =>
    [
        .. Weekdays.Select((name, i) =>
        {
            var weekday = (i + 1) % Weekdays.Length;
            int[] counts = [.. Columns.Select(c => slots[Cell.SlotOf(weekday, (int)c)])];
            return new MomentRow(name, [.. counts.Select(c => (int?)c)], counts.Sum());
        }),
    ];

    private static MomentRow[] Unknown() =>
        [.. Weekdays.Select(name => new MomentRow(name, new int?[Columns.Length], null))];
}
