using Twente.Igw.Areas;
using Twente.Igw.Figures;

namespace Twente.Igw.Web.Pages;

/// <summary>Asks everything the overview shows.</summary>
internal sealed class ReadOverview(AskForPages ask, CubeStore cubes, Boundaries boundaries)
{
    /// <returns>Null while nothing was delivered or no areas are known: there is no overview yet.</returns>
    public async Task<OverviewView?> Execute(IQueryCollection query, CancellationToken cancel)
    {
        var cube = await cubes.Current(cancel);
        var filters = PageFilters.Read(query, cube, ask.Viewer);
        if (cube.Coverage.Stand is null || cube.BoundaryYears.Count == 0)
            return null;
        var municipality = cube.Stamp.Municipality;
        var answer = await ask.Figures(filters, filters.Level, municipality, cancel);
        var borders = await boundaries.Find(municipality, answer.BoundaryYear, cancel);
        if (filters.Level == AreaLevel.Borough)
            borders = borders?.With(cube.Areas(answer.BoundaryYear)!);
        var tiles = new List<ThemeTile>();
        foreach (var theme in cube.Tree.ThemesOfTheFirstScreen)
            tiles.Add(await Tile(theme, filters, municipality, cancel));
        return new OverviewView
        {
            Filters = filters, Stand = cube.Coverage.Stand.Value, Tree = cube.Tree, Answer = answer, Borders = borders,
            Total = (await ask.Figures(filters, AreaLevel.Municipality, municipality, cancel)).Rows[0],
            Series = await ask.Series(filters, filters.Category, municipality, cancel),
            Moments = await ask.Moments(filters, municipality, cancel),
            Tiles = tiles, State = await ask.State(filters, cancel),
        };
    }

    private async Task<ThemeTile> Tile(
        Theme theme, PageFilters filters, AreaCode municipality, CancellationToken cancel)
    {
        var parts = new List<TilePart>();
        foreach (var category in theme.Categories)
        {
            var asked = filters with { Category = category };
            var row = (await ask.Figures(asked, AreaLevel.Municipality, municipality, cancel)).Rows[0];
            parts.Add(new TilePart(category, row, await ask.Series(asked, category, municipality, cancel)));
        }
        return new ThemeTile(theme.Title, parts);
    }
}

/// <summary>What the overview shows.</summary>
internal sealed record OverviewView
{
    public required PageFilters Filters { get; init; }

    public required IsoWeek Stand { get; init; }

    public required CategoryTree Tree { get; init; }

    public required FigureAnswer Answer { get; init; }

    public required FigureRow Total { get; init; }

    public required MunicipalityBoundaries? Borders { get; init; }

    public required SeriesAnswer Series { get; init; }

    public required MomentsAnswer Moments { get; init; }

    public required IReadOnlyList<ThemeTile> Tiles { get; init; }

    public required FigureState State { get; init; }
}

/// <summary>A theme of the first screen: one category, or two trees side by side that are never added.</summary>
internal sealed record ThemeTile(string Title, IReadOnlyList<TilePart> Parts);

/// <summary>One category within a tile.</summary>
internal sealed record TilePart(Category Category, FigureRow Row, SeriesAnswer Series);
