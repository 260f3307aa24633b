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

    private static Html Row(WeekSeries series, int at) => Html.Of(
        $"""
        <tr><th scope="row">{WeekText.Of(series.Weeks[at].Week)}</th><td class="number">{series.Weeks[at].Value}</td>{
            series.Earlier.Select(year => Html.Of(
                $"""<td class="number">{(year[at] is { } count ? Dutch.Count(count) : ".")}</td>"""))}</tr>
        """);
}
