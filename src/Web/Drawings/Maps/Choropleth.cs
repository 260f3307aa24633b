using Microsoft.AspNetCore.Components;
using Twente.Igw.Areas;

namespace Twente.Igw.Web.Drawings;

/// <summary>The map of a municipality or a region with its areas coloured by class.</summary>
internal static class Choropleth
{
    public static MarkupString Draw(FigureText text, ChoroplethMap map)
    {
        var plural = Pages.LevelWords.Plural(map.Level);
        return FigureFrame.Around(text, new Framed
        {
            Kind = "map", Drawing = Drawing(text, map, plural), Legend = Legend.Of(map.Scale, map.Areas, plural),
            Table = AreaTable.Of(text, map.Areas),
        });
    }

    /// <summary>
    /// The image is the group without links: what is inside an image cannot be reached, and the table has every link.
    /// The links here are a convenience for who points.
    /// </summary>
    private static Html Drawing(FigureText text, ChoroplethMap map, string plural)
    {
        var grid = new MapGrid(map.Extent);
        var shapes = Shapes(map, grid);
        return Html.Of(
            $"""
            <svg class="map" viewBox="0 0 {grid.Width} {grid.Height}">{Patterns(text.Id)}
            <g aria-hidden="true" transform="{MapGrid.ToPixels}">
            {shapes.Select(shape => Shape(text.Id, shape, map))}</g>
            <g role="img" aria-label="{Describe(map, plural)}">{Lines(text.Id, map, grid)}
            {shapes.Where(s => IsNumbered(s.Area, map)).Reverse().Select(Number)}</g>{ScaleBar(grid)}</svg>
            """);
    }

    private static IReadOnlyList<(ShadedArea Area, GridPoint[][] Rings)> Shapes(ChoroplethMap map, MapGrid grid)
    {
        var shaded = map.Areas.ToDictionary(a => a.Area);
        return
        [
            .. map.Shapes
                .Select(b => (shaded.GetValueOrDefault(b.Code) ?? NotAnswered(b.Code), Rings: Rings(b, grid)))
                .OrderBy(s => s.Item1.Area == map.Chosen),
        ];
    }

    private static GridPoint[][] Rings(AreaBoundary border, MapGrid grid) => [.. border.Rings.Select(grid.Ring)];

    private static ShadedArea NotAnswered(AreaCode area) =>
        new() { Number = 0, Area = area, Name = area.Code, Value = ".", Mark = AreaMark.TooLittle };

    private static Html Shape(string id, (ShadedArea Area, GridPoint[][] Rings) shape, ChoroplethMap map)
    {
        var (area, path) = (shape.Area, MapPath.OfRings(shape.Rings));
        var title = Html.Of($"<title>{area.Name}: {area.Value}</title>");
        var chosen = area.Area == map.Chosen ? " chosen" : "";
        var drawn = area.Mark switch
        {
            AreaMark.Shielded => Html.Of($"""<path fill="url(#{id}-x)" d="{path}">{title}</path>"""),
            AreaMark.NotReleased => Html.Of($"""<path class="unreleased" d="{path}">{title}</path>"""),
            _ when area.Class is { } @class =>
                Html.Of($"""<path class="{map.Scale.CssOf(@class)}" d="{path}">{title}</path>"""),
            _ => Html.Of($"""<path fill="url(#{id}-h)" d="{path}">{title}</path>"""),
        };
        return area.Address is null
            ? Html.Of($"""<g class="n{area.Number}{chosen}">{drawn}</g>""")
            : Html.Of($"""<a class="n{area.Number}{chosen}" tabindex="-1" href="{area.Address}">{drawn}</a>""");
    }

    /// <summary>Light below dark, so that a border is seen on the lightest class and on the darkest.</summary>
    private static Html Lines(string id, ChoroplethMap map, MapGrid grid)
    {
        var path = MapPath.OfLines(BorderLines.Of(map.Borders.SelectMany(b => Rings(b, grid))));
        return Html.Of(
            $"""
            <defs><path id="{id}-w" class="map-line" d="{path}"/></defs>
            <g class="map-borders" transform="{MapGrid.ToPixels}">
            <use class="case" href="#{id}-w"/><use href="#{id}-w"/></g>
            """);
    }

    private static bool IsNumbered(ShadedArea area, ChoroplethMap map) =>
        area.Number > 0 && area.Number <= map.Numbered && area.Mark == AreaMark.None;

    private static Html Number((ShadedArea Area, GridPoint[][] Rings) shape)
    {
        if (LabelPoint.Of(shape.Rings) is not { } at)
            return Html.Nothing;
        var (x, y) = ((double)at.X / MapGrid.Fineness, (double)at.Y / MapGrid.Fineness);
        return Html.Of(
            $"""<g class="map-number" transform="translate({x} {y})"><circle/><text>{shape.Area.Number}</text></g>""");
    }

    private static Html ScaleBar(MapGrid grid) => Html.Of(
        $"""
        <g class="map-scale" aria-hidden="true" transform="translate(8 {grid.Height - 8})">
        <path d="M0-5v5h{grid.Kilometre}v-5"/><text x="{grid.Kilometre + 6}">1 km</text></g>
        """);

    private static Html Patterns(string id) => Html.Of(
        $"""
        <defs><pattern id="{id}-h" class="hatch" width="14" height="14" patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"><path class="ground" d="M0 0h14v14H0z"/><path class="ink" d="M2 0v14"/></pattern>
        <pattern id="{id}-x" class="hatch" width="36" height="36" patternUnits="userSpaceOnUse">
        <path class="ground" d="M0 0h36v36H0z"/><path class="ink" d="M12 12l12 12m0-12l-12 12"/></pattern></defs>
        """);

    private static string Describe(ChoroplethMap map, string plural) =>
        $"Kaart van {Dutch.Count(map.Areas.Count)} {plural}. "
        + Extremes.Of(map.Areas.Select(a => new Named(a.Name, a.Amount, a.Value)));
}
