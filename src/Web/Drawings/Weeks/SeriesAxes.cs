using NodaTime.Text;
using Twente.Igw.Figures;

namespace Twente.Igw.Web.Drawings;

/// <summary>Lines of round counts, and months below them with the year where one begins.</summary>
internal static class SeriesAxes
{
    private static readonly LocalDatePattern Month = LocalDatePattern.Create("MMM", Dutch.Culture);

    public static Html Of(Plot plot, WeekSeries series, double step)
    {
        var counts = Enumerable.Range(0, (int)Math.Round(plot.Most / step) + 1).Select(i => i * step);
        return Html.Of($"""<g class="axes">{counts.Select(c => Count(plot, c))}{Months(plot, series)}</g>""");
    }

    private static Html Count(Plot plot, double count) => Html.Of(
        $"""
        <path class="{(count == 0 ? "zero" : "grid")}" d="M{plot.Left} {plot.Y(count)}H{plot.Right}"/>
        <text x="{plot.Left - 8}" y="{plot.Y(count) + 4}" text-anchor="end">{Dutch.Count(count)}</text>
        """);

    /// <summary>A month stands at its first week. Every second one gives way where there is no room.</summary>
    private static IEnumerable<Html> Months(Plot plot, WeekSeries series)
    {
        var shown = 0;
        for (var i = 0; i < series.Weeks.Count; i++)
        {
            var week = series.Weeks[i].Week;
            if (i > 0 && week.Thursday.Month == series.Weeks[i - 1].Week.Thursday.Month)
                continue;
            // A month that begins before the period would stand under its neighbour.
            if (i > 0 || week.Thursday.Day <= 14)
                yield return Name(plot, i, week, ++shown);
        }
    }

    private static Html Name(Plot plot, int at, IsoWeek week, int shown)
    {
        var day = week.Thursday;
        var x = plot.X(at) - plot.WeekWidth / 2;
        var year = shown == 1 || day.Month == 1 ? Year(x, plot, day.Year) : Html.Nothing;
        return Html.Of(
            $"""
            <g class="month{(shown % 2 == 0 ? " second" : "")}"><path d="M{x} {plot.Bottom}v6"/>
            <text x="{x + 3}" y="{plot.Bottom + 2}" dy="1.1em">{Month.Format(day).TrimEnd('.')}</text></g>{year}
            """);
    }

    private static Html Year(double x, Plot plot, int year) =>
        Html.Of($"""<text class="year" x="{x + 3}" y="{plot.Bottom + 2}" dy="2.3em">{year}</text>""");
}
