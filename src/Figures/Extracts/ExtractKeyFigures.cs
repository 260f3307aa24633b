using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>Makes the extract of all key figures of the current tenant; in ring Exact only.</summary>
public sealed class ExtractKeyFigures(KeyFigureStore store, AreaRegistry registry)
{
    private static readonly AreaLevel[] Levels =
        [AreaLevel.Municipality, AreaLevel.District, AreaLevel.Neighbourhood];

    /// <param name="viewer">For whom; of this tenant's gemeente.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="ViewerElsewhereException">The viewer belongs to another gemeente.</exception>
    public async ValueTask<ExtractOutcome<KeyFigureExtract>> Execute(Viewer viewer, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var figures = await store.Current(cancel);
        var years = new Dictionary<int, MunicipalityAreas>();
        foreach (var year in await registry.Years(figures.Stamp.Municipality, cancel))
            if (await registry.Find(figures.Stamp.Municipality, year, cancel) is { } areas)
                years[year] = areas;
        return ExtractOutcome<KeyFigureExtract>.Of(
            new KeyFigureExtract
            {
                Municipality = figures.Stamp.Municipality, Version = figures.Stamp.Version, Ring = viewer.Ring,
                Stamp = $"{figures.Stamp.Version}-{figures.Stamp.PublicVersion}-{figures.Closed.Count}",
                Rows = [.. RowsOf(figures, years)],
            }, viewer);
    }

    private static IEnumerable<ExtractedKeyFigure> RowsOf(
        KeyFigures figures, Dictionary<int, MunicipalityAreas> years) =>
        from figure in figures.List.All
        from period in figures.PeriodsOf(figure.Code)
        let year = figures.BoundaryYearOf(figure.Code, period)
        where year is not null && years.ContainsKey(year.Value)
        from level in Levels
        from area in years[year!.Value].At(level)
        let cell = figures.Of(figure, period, area.Code, years[year.Value])
        where cell.Value.IsKnown
        select new ExtractedKeyFigure(figure, period, year.Value, area, cell.Value.Number!.Value, cell.IsSum);
}
