namespace Twente.Igw.Web.Drawings;

/// <summary>The areas of a scatter as a table, also those that are left out of the drawing.</summary>
internal static class ScatterTable
{
    public static Html Of(FigureText text, ScatterPlot plot) => Html.Of(
        $"""
        <table class="data-table"><caption class="visually-hidden">{text.Title}</caption>
        <thead><tr><th scope="col">{plot.AreaWord}</th><th scope="col" class="number">{plot.AcrossWord}</th>
        <th scope="col" class="number">{plot.UpWord}</th></tr></thead>
        <tbody>{plot.Points.Select(Row)}</tbody></table>
        """);

    private static Html Row(ScatterPoint point) => Html.Of(
        $"""
        <tr><th scope="row">{Name(point)}</th><td class="number">{point.AcrossText}</td>
        <td class="number">{point.UpText}</td></tr>
        """);

    private static Html Name(ScatterPoint point) => point.Address is null
        ? Html.Of($"{point.Name}")
        : Html.Of($"""<a href="{point.Address}">{point.Name}</a>""");
}
