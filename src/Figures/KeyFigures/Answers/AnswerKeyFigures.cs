using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>What becomes of a question for a key figure.</summary>
public abstract record KeyFigureOutcome
{
    private KeyFigureOutcome()
    {
    }

    /// <summary>The question was answered, and the viewer may see it.</summary>
    public sealed record Answered(KeyFigureAnswer Answer) : KeyFigureOutcome;

    /// <summary>No figures, and why.</summary>
    public sealed record Refused(Refusal Refusal) : KeyFigureOutcome;
}

/// <summary>Answers how much of something there is in each area, for the current tenant.</summary>
public sealed class AnswerKeyFigures(
    KeyFigureStore store, AreaRegistry registry, CubeStore cubes)
{
    /// <summary>
    /// Values (in the figure's own unit) of every area of the level, from the newest import or delivery that counts.
    /// </summary>
    /// <param name="question">What is asked.</param>
    /// <param name="viewer">For whom; of this tenant's gemeente.</param>
    /// <param name="cancel">Ends the answering.</param>
    /// <exception cref="ViewerElsewhereException">The viewer belongs to another gemeente.</exception>
    public async ValueTask<KeyFigureOutcome> Answer(
        KeyFigureQuestion question, Viewer viewer, CancellationToken cancel)
    {
        if (Disclosure.Objection(question.KnownOn, viewer) is { } lookingBack)
            return new KeyFigureOutcome.Refused(lookingBack);
        var figures = await store.For(question.KnownOn, cancel);
        if (Objection(question, figures) is { } refusal)
            return new KeyFigureOutcome.Refused(refusal);
        var figure = figures.List.Find(question.Figure)!;
        var year = question.BoundaryYear ?? NewestYear(figures, question);
        if (PeriodFor(question, figures, figure, year) is not { } period)
            return new KeyFigureOutcome.Refused(figures.Closed.Contains(figure.Code)
                ? Refusal.NotConfirmed()
                : Refusal.NotDelivered(figure, Words.Of(question.Level)));
        if (await Areas(figures.Stamp.Municipality, year, cancel) is not { } areas)
            return new KeyFigureOutcome.Refused(Refusal.BoundariesNotLoaded(year));
        if (!areas.Offers(question.Level))
            return new KeyFigureOutcome.Refused(Refusal.LevelNotOffered(Words.Of(question.Level)));
        if (areas.Find(question.Area) is null)
            return new KeyFigureOutcome.Refused(Refusal.UnknownArea(question.Area, year));

        var answer = MakeAnswer(question with { Period = period }, figures, areas, viewer.Ring);
        return Disclosure.Apply(answer, viewer, out var shown, out var closed)
            ? new KeyFigureOutcome.Answered(shown)
            : new KeyFigureOutcome.Refused(closed);
    }

    /// <summary>The answer itself: pure.</summary>
    /// <param name="question">What is asked, its period filled in.</param>
    /// <param name="figures">What is known.</param>
    /// <param name="areas">The boundaries of the answer.</param>
    /// <param name="ring">How exactly.</param>
    internal static KeyFigureAnswer MakeAnswer(
        KeyFigureQuestion question, KeyFigures figures, MunicipalityAreas areas, Ring ring)
    {
        var (figure, period) = (figures.List.Find(question.Figure)!, question.Period!.Value);
        KeyFigureRow[] rows =
        [
            .. from area in areas.At(question.Level)
               where areas.IsWithin(area.Code, question.Area)
               let cell = figures.Of(figure, period, area.Code, areas)
               let hidden = IsHeldBack(figure, cell.Value.Number)
               select new KeyFigureRow(
                   area.Code, area.Name, hidden ? null : cell.Value.Number,
                   hidden ? "x" : cell.Value.IsKnown ? null : ".", cell.IsSum),
        ];
        return new KeyFigureAnswer
        {
            Municipality = figures.Stamp.Municipality, Figure = figure.Code, Title = figure.Title, Unit = figure.Unit,
            Decimals = figure.Decimals, Adding = figure.Adding, Level = question.Level, Period = period,
            BoundaryYear = areas.BoundaryYear, Version = figures.Stamp.Version,
            PublicVersion = figures.Stamp.PublicVersion, Ring = ring, Source = figure.Source,
            LegalBasis = figure.LegalBasis, NotKnown = rows.Count(r => r.Value is null),
            Remarks = [.. RemarksOn(figure, rows)], Rows = rows,
        };
    }

    /// <summary>A gemeente's own threshold holds also for what came in before it was set.</summary>
    private static bool IsHeldBack(KeyFigure figure, double? value) =>
        figure.Origin == KeyFigureOrigin.Municipality && value > 0 && value < figure.Threshold;

    private static Refusal? Objection(KeyFigureQuestion question, KeyFigures figures)
    {
        var municipality = figures.Stamp.Municipality;
        if (figures.List.Find(question.Figure) is null)
            return Refusal.UnknownKeyFigure(question.Figure);
        if (question.Area.Municipality != municipality)
            return Refusal.AreaElsewhere(question.Area, municipality);
        return question.Area.Level > question.Level
            ? Refusal.AreaBelowLevel(question.Area, Words.Of(question.Level))
            : null;
    }

    private static int NewestYear(KeyFigures figures, KeyFigureQuestion question)
    {
        var periods = question.Period is { } asked ? [asked] : figures.PeriodsOf(question.Figure);
        return periods.Count == 0 ? 0 : figures.BoundaryYearOf(question.Figure, periods[^1]) ?? 0;
    }

    private static KeyFigurePeriod? PeriodFor(
        KeyFigureQuestion question, KeyFigures figures, KeyFigure figure, int year) =>
        question.Period is { } asked
            ? figures.PeriodsOf(figure.Code).Contains(asked) ? asked : null
            : figures.NewestOf(figure, question.Level, year);

    /// <summary>The areas of a year, with the boroughs that figures are counted with.</summary>
    private async ValueTask<MunicipalityAreas?> Areas(AreaCode municipality, int year, CancellationToken cancel) =>
        await registry.Find(municipality, year, cancel) is { } areas
            ? (await cubes.Current(cancel)).Areas(year) is { } own && own.Offers(AreaLevel.Borough) ? own : areas
            : null;

    private static IEnumerable<string> RemarksOn(KeyFigure figure, KeyFigureRow[] rows)
    {
        if (rows.Any(r => r is { IsSum: true, Value: not null }))
            yield return "Opgeteld uit kleinere gebieden; de bron rondt af, dus het geheel kan iets afwijken.";
        if (rows.Any(r => r is { IsSum: true, Value: null }))
            yield return "Niet opgeteld waar van een deel van de kleinere gebieden niets bekend is.";
        if (figure.Threshold > 0)
            yield return $"De bron houdt waarden van 1 tot en met {figure.Threshold - 1} voor zich.";
    }
}
