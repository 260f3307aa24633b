using Twente.Igw.Figures;
using Twente.Igw.Web.Drawings;

namespace Twente.Igw.Web.Pages;

/// <summary>Asks everything the page on circumstances shows: counts of a category beside key figures.</summary>
internal sealed class ReadCircumstances(AskForPages ask, CubeStore cubes, KeyFigureStore figures)
{
    /// <returns>Null while nothing was delivered or no areas are known.</returns>
    public async Task<CircumstancesView?> Execute(IQueryCollection query, CancellationToken cancel)
    {
        var cube = await cubes.Current(cancel);
        if (cube.Coverage.Stand is not { } stand || cube.BoundaryYears.Count == 0)
            return null;
        var filters = WithoutComparison(PageFilters.Read(query, cube, ask.Viewer));
        var municipality = cube.Stamp.Municipality;
        var counts = await ask.Figures(filters, filters.Level, municipality, cancel);
        var chosen = ChosenFigures.Read(
            query, filters, await figures.Current(cancel), counts.BoundaryYear);
        var columns = new List<KeyFigureAnswer>();
        foreach (var figure in chosen.Columns)
            columns.Add(await ask.KeyFigure(
                figure, filters.Level, municipality, counts.BoundaryYear, cancel));
        return new CircumstancesView
        {
            Chosen = chosen, Stand = stand, Tree = cube.Tree, Counts = counts, Columns = columns,
            State = await ask.State(filters, cancel),
        };
    }

    /// <summary>A difference with earlier has no place beside a figure of one year.</summary>
    private static PageFilters WithoutComparison(PageFilters filters) => filters.Measure != Measure.Deviation
        ? filters
        : filters with
        {
            Measure = filters.Category.Denominator == Denominator.None ? Measure.Count : Measure.Per1000,
        };
}

/// <summary>What the page on circumstances shows.</summary>
internal sealed record CircumstancesView
{
    public required ChosenFigures Chosen { get; init; }

    public required IsoWeek Stand { get; init; }

    public required CategoryTree Tree { get; init; }

    public required FigureAnswer Counts { get; init; }

    /// <summary>The chosen key figures, in the order of <see cref="ChosenFigures.Columns"/>.</summary>
    public required IReadOnlyList<KeyFigureAnswer> Columns { get; init; }

    public required FigureState State { get; init; }
}
