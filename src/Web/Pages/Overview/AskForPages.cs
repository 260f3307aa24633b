using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Demo;
using Twente.Igw.Web.Hosting;

namespace Twente.Igw.Web.Pages;

/// <summary>
/// Asks figures in the way pages do: the filters were made to be answerable, so a refusal here means that somebody may
/// not see them, and becomes the page that says so.
/// </summary>
internal sealed class AskForPages(Answerers answerers, ReadViewer viewers, NewestDelivery newest, DataFolder data)
{
    /// <summary>For whom the page is.</summary>
    public Viewer Viewer => viewers.Viewer;

    public async Task<FigureAnswer> Figures(
        PageFilters filters, AreaLevel level, AreaCode area, CancellationToken cancel)
    {
        var outcome = await answerers.Figures.Answer(
            new FigureQuestion
            {
                Level = level, Area = area, Category = filters.Category.Code, Weeks = filters.Window,
                Compare = filters.Compare, BoundaryYear = filters.BoundaryYear,
            },
            viewers.Viewer, cancel);
        return outcome is FigureOutcome.Answered { Answer: var answer }
            ? answer
            : throw new PageRefusedException(((FigureOutcome.Refused)outcome).Refusal);
    }

    /// <summary>A category that is sensitive to this viewer: of the gemeente, in a whole year.</summary>
    public async Task<FigureRow> OfYear(Category category, WeekRange year, CancellationToken cancel)
    {
        var outcome = await answerers.Figures.Answer(
            new FigureQuestion
            {
                Level = AreaLevel.Municipality, Area = viewers.Municipality, Category = category.Code, Weeks = year,
            },
            viewers.Viewer, cancel);
        return outcome is FigureOutcome.Answered { Answer: var answer }
            ? answer.Rows[0]
            : throw new PageRefusedException(((FigureOutcome.Refused)outcome).Refusal);
    }

    public async Task<SeriesAnswer> Series(
        PageFilters filters, Category category, AreaCode area, CancellationToken cancel)
    {
        var outcome = await answerers.Series.Answer(
            new SeriesQuestion
            {
                Area = area, Category = category.Code, Weeks = filters.Year, BoundaryYear = filters.BoundaryYear,
            },
            viewers.Viewer, cancel);
        return outcome is SeriesOutcome.Answered { Answer: var answer }
            ? answer
            : throw new PageRefusedException(((SeriesOutcome.Refused)outcome).Refusal);
    }

    public async Task<MomentsAnswer> Moments(PageFilters filters, AreaCode area, CancellationToken cancel)
    {
        var outcome = await answerers.Moments.Answer(
            new MomentsQuestion
            {
                Area = area, Category = filters.Category.Code, Weeks = filters.Year,
                BoundaryYear = filters.BoundaryYear,
            },
            viewers.Viewer, cancel);
        return outcome is MomentsOutcome.Answered { Answer: var answer }
            ? answer
            : throw new PageRefusedException(((MomentsOutcome.Refused)outcome).Refusal);
    }

    /// <summary>A key figure of the newest period there is on these boundaries.</summary>
    public async Task<KeyFigureAnswer> KeyFigure(
        KeyFigure figure, AreaLevel level, AreaCode area, int boundaryYear, CancellationToken cancel)
    {
        var outcome = await answerers.KeyFigures.Answer(
            new KeyFigureQuestion { Figure = figure.Code, Level = level, Area = area, BoundaryYear = boundaryYear },
            viewers.Viewer, cancel);
        return outcome is KeyFigureOutcome.Answered { Answer: var answer }
            ? answer
            : throw new PageRefusedException(((KeyFigureOutcome.Refused)outcome).Refusal);
    }

    /// <summary>How far the figures go; the weeks missing from the shown window by name.</summary>
    public async Task<FigureState> State(PageFilters filters, CancellationToken cancel)
    {
        var total = await Figures(filters, AreaLevel.Municipality, viewers.Municipality, cancel);
        return new FigureState
        {
            Stand = total.Stand, ReceivedAt = await newest.ReceivedAt(cancel), Missing = total.Weeks.Missing,
            InClasses = filters.InClasses, Fictitious = DemoMark.IsPresent(data),
        };
    }
}

/// <summary>A page's figures may not be shown to this viewer.</summary>
internal sealed class PageRefusedException(Refusal refusal) : InvalidOperationException(refusal.Sentence)
{
    public Refusal Refusal { get; } = refusal;
}

/// <summary>The questions that pages ask.</summary>
internal sealed record Answerers(
    AnswerFigures Figures, AnswerSeries Series, AnswerMoments Moments, AnswerKeyFigures KeyFigures);
