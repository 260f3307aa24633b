namespace Twente.Igw.Web.Drawings;

/// <summary>The word of a comparison with an arrow before it, so that neither colour nor arrow says it alone.</summary>
internal static class VerdictMark
{
    public static Html Of(string? verdict) => verdict switch
    {
        null => Html.Nothing,
        "hoger" => Html.Of($"""<span class="verdict-mark higher">{verdict}</span>"""),
        "lager" => Html.Of($"""<span class="verdict-mark lower">{verdict}</span>"""),
        "vergelijkbaar" => Html.Of($"""<span class="verdict-mark similar">{verdict}</span>"""),
        _ => Html.Of($"""<span class="verdict-mark">{verdict}</span>"""),
    };
}
