namespace Twente.Igw.Web.Drawings;

/// <summary>The areas of a map as a table.</summary>
internal static class AreaTable
{
    public static Html Of(FigureText text, IReadOnlyList<ShadedArea> areas) => Html.Of(
        $"""
        <table class="data-table"><caption class="visually-hidden">{text.Title}</caption>
        <thead><tr><th scope="col">Gebied</th><th scope="col" class="number">{text.Unit}</th></tr></thead>
        <tbody>{areas.Select(Row)}</tbody></table>
        """);

    private static Html Row(ShadedArea area) => Html.Of(
        $"""<tr><th scope="row">{area.Name}</th><td class="number">{area.Value}</td></tr>""");
}
