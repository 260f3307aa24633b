namespace Twente.Igw.Web.Drawings;

/// <summary>The limits of a funnel as lines, as far as they lie on the paper.</summary>
internal static class FunnelCurves
{
    private const int Samples = 60;

    private static readonly double[] Levels = [0.95, 0.998];

    public static Html Of(FunnelPlot plot, ScatterPaper paper)
    {
        var wide = plot.Spread is null ? [] : Pair(plot, paper, wide: true);
        return Html.Join(Pair(plot, paper, wide: false).Concat(wide));
    }

    private static IEnumerable<Html> Pair(FunnelPlot plot, ScatterPaper paper, bool wide) =>
        from level in Levels
        let limits = Places(paper).Select(x => (X: x, Y: plot.Limits(x, level, wide))).ToList()
        let css = $"limit{(wide ? " wide" : "")}{(level < 0.99 ? " inner" : "")}"
        from line in new[]
        {
            Line(paper, limits.Select(limit => (limit.X, limit.Y.Lower))),
            Line(paper, limits.Select(limit => (limit.X, limit.Y.Upper))),
        }
        select Html.Of($"""<path class="{css}" d="{line}"/>""");

    /// <summary>Closer together on the left, where the lines bend.</summary>
    private static IEnumerable<double> Places(ScatterPaper paper) =>
        Enumerable.Range(1, Samples).Select(i => paper.Across.High * Math.Pow((double)i / Samples, 2));

    private static Html Line(ScatterPaper paper, IEnumerable<(double X, double Y)> points) => Html.Join(points
        .Where(p => p.Y <= paper.Up.High)
        .Select((p, i) => Html.Of($"{(i == 0 ? "M" : "L")}{paper.X(p.X)} {paper.Y(p.Y)}")));
}
