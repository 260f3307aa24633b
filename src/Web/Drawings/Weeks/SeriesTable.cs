using Twente.Igw.Figures;

namespace Twente.Igw.Web.Drawings;

/// <summary>The weeks of a series as a table, newest first, with earlier years beside them.</summary>
internal static class SeriesTable
{
    public static Html Of(FigureText text, WeekSeries series)
    {
        var years = series.Earlier.Select((_, i) => Html.Of(
            $"""<th scope="col" class="number">{Back(i + 1)} eerder</th>"""));
        return Html.Of(
            $"""
            <table class="data-table"><caption class="visually-hidden">{text.Title}</caption>
            <thead><tr><th scope="col">Week</th><th scope="col" class="number">Aantal</th>{years}</tr></thead>
            <tbody>{Enumerable.Range(0, series.Weeks.Count).Reverse().Select(i => Row(series, i))}</tbody></table>
            """);
    }

    /// <summary>52 weeks are nearly a year, and said as they are.</summary>
    private static string Back(int years) => $"{Dutch.Count(years * Window.YearInWeeks)} weken";

    private static Html Row(WeekSeries series, int at)
    {
        var years = series.Earlier.Select(year => Cell(CountText.Of(year[at])));
        var week = series.Weeks[at];
        var marks = series.Breaks.Where(b => b.Week == week.Week)
            .Select(b => Html.Of($""" <small class="break-mark">{b.Label}</small>"""));
        return Html.Of(
            $"""<tr><th scope="row">{WeekText.Of(week.Week)}{marks}</th>{Cell(week.Value)}{years}</tr>""");
    }

    private static Html Cell(string value) => Html.Of($"""<td class="number">{value}</td>""");
}
