namespace Twente.Igw.Web.Drawings;

/// <summary>What is written in a series itself: its highest and newest week, and breaks.</summary>
internal static class SeriesMarks
{
    public static Html Labels(Plot plot, WeekSeries series)
    {
        var known = Enumerable.Range(0, series.Weeks.Count).Where(at => series.Weeks[at].Amount is not null).ToList();
        if (known.Count == 0)
            return Html.Nothing;
        var (highest, newest) = (known.MaxBy(at => series.Weeks[at].Amount), known[^1]);
        return Html.Join(new[] { highest, newest }.Distinct().Select(at => Label(plot, series, at)));
    }

    public static Html Breaks(Plot plot, WeekSeries series) => Html.Join(
        from mark in series.Breaks
        let at = mark.Week.Index - series.Weeks[0].Week.Index
        where at >= 0 && at < plot.Weeks
        select Break(plot, at, mark));

    private static Html Label(Plot plot, WeekSeries series, int at)
    {
        var (x, y, week) = (plot.X(at), plot.Y(series.Weeks[at].Amount!.Value), series.Weeks[at]);
        // Where the line comes down, the figure stands under it.
        var away = at > 0 && week.Amount < series.Weeks[at - 1].Amount ? "1.3em" : "-0.7em";
        return Html.Of(
            $"""
            <circle class="named" cx="{x}" cy="{y}" r="4"/>
            <text class="value" x="{x}" y="{y}" dy="{away}" text-anchor="{Anchor(plot, at)}">{week.Value}</text>
            """);
    }

    /// <summary>At the ends of the line a figure stays within the drawing.</summary>
    private static string Anchor(Plot plot, int at) => (at / (double)plot.Weeks) switch
    {
        < 0.05 => "start",
        > 0.95 => "end",
        _ => "middle",
    };

    private static Html Break(Plot plot, int at, SeriesBreak mark)
    {
        var x = plot.X(at) - plot.WeekWidth / 2;
        var (beside, anchor) = at > plot.Weeks / 2 ? (-6, "end") : (6, "start");
        return Html.Of(
            $"""
            <g class="break"><path d="M{x} {plot.Top - 14}V{plot.Bottom}"/>
            <text x="{x + beside}" y="{plot.Top - 6}" text-anchor="{anchor}">{mark.Label}</text><title>{mark.Text}</title></g>
            """);
    }
}
