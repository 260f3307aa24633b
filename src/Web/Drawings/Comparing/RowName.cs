namespace Twente.Igw.Web.Drawings;

/// <summary>A gemeente at the head of a row: a link when she has a page, and said when she is the own one.</summary>
internal static class RowName
{
    public static Html Of(string name, string? address, bool isOwn)
    {
        var linked = address is null ? Html.Of($"{name}") : Html.Of($"""<a href="{address}">{name}</a>""");
        return isOwn ? Html.Of($"""{linked} <small class="own-mark">uw gemeente</small>""") : linked;
    }
}
