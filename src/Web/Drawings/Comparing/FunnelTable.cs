namespace Twente.Igw.Web.Drawings;

/// <summary>The gemeenten of a funnel as a table, each with its place among the lines.</summary>
internal static class FunnelTable
{
    public static Html Of(FigureText text, FunnelPlot plot) => Html.Of(
        $"""
        <table class="data-table"><caption class="visually-hidden">{text.Title}</caption>
        <thead><tr><th scope="col">Gemeente</th><th scope="col" class="number">{plot.AcrossWord}</th>
        <th scope="col" class="number">{plot.UpWord}</th><th scope="col">In de trechter</th></tr></thead>
        <tbody>{plot.Points.Select(p => Row(plot, p))}</tbody></table>
        """);

    private static Html Row(FunnelPlot plot, FunnelPoint point) => Html.Of(
        $"""
        <tr><th scope="row">{RowName.Of(point.Name, point.Address, point.IsOwn)}</th>
        <td class="number">{point.AcrossText}</td><td class="number">{(point.IsReleased ? point.UpText : "–")}</td>
        <td>{plot.Place(point)}</td></tr>
        """);
}
