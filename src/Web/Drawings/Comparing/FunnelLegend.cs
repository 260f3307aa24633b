namespace Twente.Igw.Web.Drawings;

/// <summary>What the lines of a funnel are, how sure the thick ones are, and who is missing.</summary>
internal static class FunnelLegend
{
    public static Html Of(FunnelPlot plot) => Html.Of(
        $"""
        {(plot.Drawn.Count == 0 ? Html.Nothing : Lines(plot))}
        <p class="figure-uncertain">{Uncertain(plot)}</p>{Missing(plot)}
        """);

    private static Html Lines(FunnelPlot plot) => Html.Of(
        $"""
        <ul class="legend legend-lines"><li><span class="sample sample-dot"></span>een gemeente</li>
        {(plot.Drawn.Any(p => p.IsOwn) ? Own : Html.Nothing)}
        <li><span class="sample sample-comparator"></span>{plot.ComparatorWord}: {Dutch.Rate(plot.Comparator)}</li>
        <li><span class="sample sample-limit inner"></span>95 % en <span class="sample sample-limit"></span>99,8 %: wat toeval alleen toelaat</li>
        {(plot.Spread is null ? Html.Nothing : Wide)}</ul>
        """);

    private static Html Own => Html.Of($"""<li><span class="sample sample-own"></span>uw gemeente</li>""");

    private static Html Wide => Html.Of(
        $"""
        <li><span class="sample sample-limit wide inner"></span>95 % en <span class="sample sample-limit wide"></span>99,8 %: toeval en de gewone verschillen tussen gemeenten</li>
        """);

    private static string Uncertain(FunnelPlot plot) => plot.Spread is { } spread
        ? $"De spreiding tussen gemeenten is {Dutch.Rate(spread.Phi)} keer die van toeval alleen. Met "
            + $"{Dutch.Count(spread.Places)} gemeenten is deze spreiding onzeker: tussen "
            + $"{Dutch.Rate(spread.PhiInterval.Lower)} en {Dutch.Rate(spread.PhiInterval.Upper)} keer."
        : $"Met {Dutch.Plural(plot.Drawn.Count, "gemeente", "gemeenten")} is niet te zeggen hoeveel zij gewoonlijk "
            + "verschillen: er zijn alleen lijnen voor toeval.";

    private static Html Missing(FunnelPlot plot)
    {
        var names = plot.Points.Where(p => !p.IsReleased).Select(p => p.Name).ToList();
        return names.Count == 0
            ? Html.Nothing
            : Html.Of($"""<p class="figure-missing">Niet vrijgegeven: {string.Join(", ", names)}.</p>""");
    }
}
