using Microsoft.AspNetCore.Components;

namespace Twente.Igw.Web.Drawings;

/// <summary>
/// A dot for each gemeente within lines that narrow as more is expected: thin where chance alone ends, thick where the
/// ordinary differences between gemeenten end too. Who lies between them is not ranked.
/// </summary>
internal static class Funnel
{
    private const int Width = 800;
    private const int Height = 500;

    public static MarkupString Draw(FigureText text, FunnelPlot plot) => FigureFrame.Around(text, new Framed
    {
        Kind = "funnel", Table = FunnelTable.Of(text, plot),
        Drawing = plot.Drawn.Count == 0 ? Nothing : Drawing(plot, Paper(plot)),
        Legend = FunnelLegend.Of(plot),
    });

    private static ScatterPaper Paper(FunnelPlot plot)
    {
        var across = AxisScale.Around([.. plot.Drawn.Select(p => p.Across!.Value)], fromZero: true);
        // The lines run off the paper where little is expected: the smallest gemeente has room for hers.
        var smallest = plot.Limits(plot.Drawn.Min(p => p.Across!.Value), 0.95, wide: true);
        return new ScatterPaper
        {
            Left = 62, Top = 44, Right = Width - 16, Bottom = Height - 64, Across = across,
            Up = AxisScale.Around(
                [smallest.Upper, plot.Comparator, .. plot.Drawn.Select(p => p.Up!.Value)], fromZero: true),
        };
    }

    private static Html Drawing(FunnelPlot plot, ScatterPaper paper) => Html.Of(
        $"""
        <svg class="scatter funnel" role="img" aria-label="{Label(plot)}" viewBox="0 0 {Width} {Height}">
        {Scatter.Axes(paper, plot.UpWord, plot.AcrossWord)}
        <g class="limits">{FunnelCurves.Of(plot, paper)}
        <path class="comparator" d="M{paper.Left} {paper.Y(plot.Comparator)}H{paper.Right}"/></g>
        <g class="dots">{plot.Drawn.OrderBy(p => p.IsOwn).Select(p => Dot(plot, paper, p))}</g>{Names(plot, paper)}</svg>
        """);

    private static Html Dot(FunnelPlot plot, ScatterPaper paper, FunnelPoint point) => Html.Of(
        $"""
        <circle class="dot{(point.IsOwn ? " own" : "")}" cx="{paper.X(point.Across!.Value)}" cy="{paper.Y(point.Up!.Value)}" r="{(point.IsOwn ? 8 : 6)}"><title>{point.Name}: {point.UpText}, {plot.Place(point)}</title></circle>
        """);

    /// <summary>The own gemeente first, then from the top down; a name that has no room is in the table.</summary>
    private static Html Names(FunnelPlot plot, ScatterPaper paper)
    {
        var names = new PlacedNames(paper);
        foreach (var point in plot.Drawn.Reverse().OrderByDescending(p => p.IsOwn))
            names.Add(point.Name, (paper.X(point.Across!.Value), paper.Y(point.Up!.Value)), point.IsOwn ? "own" : "");
        return names.Written;
    }

    private static string Label(FunnelPlot plot) =>
        $"Trechter van {Dutch.Count(plot.Drawn.Count)} gemeenten. {plot.UpWord}: "
        + Extremes.Of(plot.Drawn.Select(p => new Named(p.Name, p.Up, p.UpText)))
        + $" {plot.ComparatorWord}: {Dutch.Rate(plot.Comparator)}. {Outside(plot)}";

    private static string Outside(FunnelPlot plot)
    {
        var outside = plot.Drawn.Select(p => (p.Name, Place: plot.Place(p))).Where(p => p.Place != FunnelPlot.Inside);
        var words = outside.Select(p => $"{p.Name} ligt {p.Place}").ToList();
        return words.Count == 0 ? "Alle liggen binnen de lijnen." : $"{string.Join(", ", words)}.";
    }

    private static Html Nothing => Html.Of(
        $"""<p class="figure-empty">Nog geen gemeente heeft dit cijfer vrijgegeven.</p>""");
}
