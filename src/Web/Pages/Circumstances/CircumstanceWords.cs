using Twente.Igw.Figures;
using Twente.Igw.Web.Drawings;

namespace Twente.Igw.Web.Pages;

/// <summary>The sentences and numbers of the page on circumstances, never more than the figures say.</summary>
internal static class CircumstanceWords
{
    /// <summary>Fewer points than this show nothing that chance would not.</summary>
    private const int FewestPoints = 10;

    /// <summary>The middle of the half with the highest key figure beside that of the other half.</summary>
    public static string Finding(PageFilters filters, KeyFigureAnswer across, IReadOnlyList<ScatterPoint> points)
    {
        var (category, figure) = (filters.Category, Lower(across.Title));
        if (category.Origin == CategoryOrigin.Found)
            return $"{category.Title} naast {figure}: volgt vooral inzet";
        return MiddlesOf(points) is not { } middles
            ? $"{category.Title} naast {figure}: te weinig gebieden om iets te zeggen"
            : filters.InClasses
            ? $"{category.Title} naast {figure}: "
                + (middles.High == middles.Low ? "de hoge en de lage helft liggen in het midden gelijk"
                    : $"de {(middles.High > middles.Low ? "hoge" : "lage")} helft ligt in het midden hoger")
            : $"{category.Title} naast {figure}: in de hoge helft ligt het midden op {Number(middles.High, filters)}, "
                + $"in de lage helft op {Number(middles.Low, filters)}";
    }

    /// <summary>The middle of the figure in both halves of the key figure; null when there are too few areas.</summary>
    public static (double Low, double High)? MiddlesOf(IReadOnlyList<ScatterPoint> points)
    {
        var drawn = points.Where(p => p is { Across: not null, Up: not null }).OrderBy(p => p.Across).ToList();
        return drawn.Count < FewestPoints
            ? null
            : (Middle.Of(drawn.Take(drawn.Count / 2).Select(p => p.Up!.Value)),
                Middle.Of(drawn.Skip((drawn.Count + 1) / 2).Select(p => p.Up!.Value)));
    }

    /// <summary>How many areas are not in the drawing, and why; nothing when all are.</summary>
    public static IEnumerable<string> LeftOut(IReadOnlyList<ScatterPoint> points, string plural)
    {
        var figure = points.Count(p => p.Across is null);
        var count = points.Count(p => p is { Across: not null, Up: null });
        if (figure + count == 0)
        {
            yield return $"Alle {Dutch.Count(points.Count)} {plural} staan erin.";
            yield break;
        }
        string?[] why =
        [
            figure == 0 ? null : $"van {Dutch.Count(figure)} is het kengetal niet bekend",
            count == 0 ? null : $"van {Dutch.Count(count)} is het cijfer niet bekend, te klein of afgeschermd",
        ];
        yield return $"{Dutch.Count(figure + count)} van de {Dutch.Count(points.Count)} {plural} staan er niet in: "
            + $"{string.Join(" en ", why.Where(w => w is not null))}.";
    }

    /// <summary>A key figure as people read it; <c>.</c> when it is not known.</summary>
    public static string TextOf(KeyFigureAnswer figure, KeyFigureRow? row) =>
        row?.Value?.ToString($"N{figure.Decimals}", Dutch.Culture) ?? ".";

    /// <summary>A count or rate as people read it, with its sign.</summary>
    public static string TextOf(FigureRow row, bool rated)
    {
        if (row.Sign == "x")
            return "x";
        var isKnown = rated ? row.Per1000 is not null : row.Shown.IsKnown;
        var text = !rated ? CountText.Of(row.Shown) : row.Per1000 is { } rate ? Dutch.Rate(rate) : ".";
        return row.Sign == "*" && isKnown ? $"{text} *" : text;
    }

    /// <summary>A middle as people read it.</summary>
    public static string Number(double value, PageFilters filters) => filters.Measure == Measure.Per1000
        ? Dutch.Rate(value)
        : value.ToString("#,0.#", Dutch.Culture);

    /// <summary>WOZ and the like keep their capitals.</summary>
    private static string Lower(string title) =>
        title.Length > 1 && char.IsUpper(title[1]) ? title : char.ToLower(title[0], Dutch.Culture) + title[1..];
}
