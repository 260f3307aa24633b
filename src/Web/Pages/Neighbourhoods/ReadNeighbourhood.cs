using Twente.Igw.Areas;
using Twente.Igw.Figures;

namespace Twente.Igw.Web.Pages;

/// <summary>Asks everything the page of one area shows: gemeente, stadsdeel, wijk or buurt.</summary>
internal sealed class ReadNeighbourhood(
    AskForPages ask, CubeStore cubes, KeyFigureStore figures, Boundaries boundaries)
{
    /// <returns>Null when this gemeente has no such area, or no figures yet.</returns>
    public async Task<AreaView?> Execute(AreaCode? asked, IQueryCollection query, CancellationToken cancel)
    {
        var cube = await cubes.Current(cancel);
        var code = asked ?? cube.Stamp.Municipality;
        var filters = FiltersFor(code, PageFilters.Read(query, cube, ask.Viewer));
        if (cube.Coverage.Stand is null || filters.BoundaryYear is not { } boundaryYear
            || cube.Areas(boundaryYear) is not { } areas)
            return null;
        if (areas.Find(code) is not { } area)
            return null;
        var own = await ask.Figures(filters, code.Level, code, cancel);
        var year = Disclosure.NewestYear(cube.Coverage.Stand.Value);
        return new AreaView
        {
            Sensitive = code.Level == AreaLevel.Municipality ? await Sensitive(cube, year, cancel) : [],
            SensitiveYear = year,
            Area = area, Areas = areas, Filters = filters, Tree = cube.Tree, Stand = cube.Coverage.Stand.Value,
            Answer = await ask.Figures(filters, filters.Level, Around(code), cancel), Own = own,
            Borders = await Borders(filters, areas, cancel),
            Groups = await Groups(cube, filters, code, cancel),
            Series = await ask.Series(filters, filters.Category, code, cancel),
            KeyFigures = await AtAGlance(code, areas.BoundaryYear, cancel),
            Moments = await ask.Moments(filters, code, cancel), State = await ask.State(filters, cancel),
        };
    }

    /// <summary>
    /// Parts are finer than the whole: within a stadsdeel wijken or buurten, within a wijk buurten, whatever was
    /// chosen before.
    /// </summary>
    private static PageFilters FiltersFor(AreaCode code, PageFilters filters) => code.Level switch
    {
        AreaLevel.Municipality => filters,
        AreaLevel.Borough when filters.Level <= AreaLevel.District => filters with { Level = AreaLevel.District },
        _ => filters with { Level = AreaLevel.Neighbourhood },
    };

    private async Task<MunicipalityBoundaries?> Borders(
        PageFilters filters, MunicipalityAreas areas, CancellationToken cancel)
    {
        var borders = await boundaries.Find(areas.Municipality.Code, areas.BoundaryYear, cancel);
        return filters.Level == AreaLevel.Borough ? borders?.With(areas) : borders;
    }

    /// <summary>A buurt is shown among its neighbours.</summary>
    private static AreaCode Around(AreaCode code) => code.Level == AreaLevel.Neighbourhood ? code.District : code;

    private async Task<IReadOnlyList<KeyFigureAnswer>> AtAGlance(
        AreaCode code, int boundaryYear, CancellationToken cancel)
    {
        var answers = new List<KeyFigureAnswer>();
        foreach (var figure in ChosenFigures.AtAGlance(await figures.Current(cancel), code.Level, boundaryYear))
            answers.Add(await ask.KeyFigure(figure, code.Level, code, boundaryYear, cancel));
        return answers;
    }

    /// <summary>What this viewer sees by year only.</summary>
    private async Task<IReadOnlyList<GroupRow>> Sensitive(Cube cube, WeekRange year, CancellationToken cancel)
    {
        var rows = new List<GroupRow>();
        foreach (var category in cube.Tree.Classes.Where(c => !Disclosure.Offers(c, ask.Viewer)))
            rows.Add(new GroupRow(category, await ask.OfYear(category, year, cancel), null));
        return rows;
    }

    private async Task<IReadOnlyList<GroupRow>> Groups(
        Cube cube, PageFilters filters, AreaCode code, CancellationToken cancel)
    {
        var rows = new List<GroupRow>();
        foreach (var group in cube.Tree.Groups)
        {
            var answer = await ask.Figures(filters with { Category = group }, code.Level, code, cancel);
            rows.Add(new GroupRow(group, answer.Rows[0], answer.Unit));
        }
        return rows;
    }
}

/// <summary>What the page of one area shows.</summary>
internal sealed record AreaView
{
    public required Area Area { get; init; }

    public required MunicipalityAreas Areas { get; init; }

    public required PageFilters Filters { get; init; }

    public required CategoryTree Tree { get; init; }

    public required IsoWeek Stand { get; init; }

    /// <summary>The parts of the area, or a buurt among its neighbours.</summary>
    public required FigureAnswer Answer { get; init; }

    /// <summary>The area itself.</summary>
    public required FigureAnswer Own { get; init; }

    public required MunicipalityBoundaries? Borders { get; init; }

    public required IReadOnlyList<GroupRow> Groups { get; init; }

    /// <summary>Categories that this viewer sees by gemeente and year only; on the page of the gemeente.</summary>
    public required IReadOnlyList<GroupRow> Sensitive { get; init; }

    /// <summary>The year of <see cref="Sensitive"/>.</summary>
    public required WeekRange SensitiveYear { get; init; }

    /// <summary>What is known of the area itself, each of its own period.</summary>
    public required IReadOnlyList<KeyFigureAnswer> KeyFigures { get; init; }

    public required SeriesAnswer Series { get; init; }

    public required MomentsAnswer Moments { get; init; }

    public required FigureState State { get; init; }
}

/// <summary>A group of categories in one area.</summary>
internal sealed record GroupRow(Category Group, FigureRow Row, string? Unit);
