namespace Twente.Igw.Figures;

/// <summary>
/// Recognises what is about descent, nationality or migration background, by name. Such columns are published by CBS
/// and are never read, listed or shown here: a picture of safety that is drawn by descent is the profiling that AVG
/// article 9 and the constitution's first article forbid.
/// </summary>
internal static class Descent
{
    /// <summary>
    /// Parts of the names CBS has used since 1995, without anything but letters. They also catch the newer
    /// <c>Nederland_17</c> and <c>BuitenEuropa_19</c>, whose names say nothing of what they count.
    /// </summary>
    private static readonly string[] Words =
    [
        "westers", "migratie", "herkomst", "nationalit", "alloch", "autoch", "etni", "afkomst", "vreemdeling", "asiel",
        "statushouder", "marok", "turk", "surin", "antil", "aruba", "indones", "oekra", "pool", "polen", "syri",
        "nederland", "europa", "europees", "buitenland", "geborenin", "generatie",
    ];

    /// <summary>Abbreviations of older files (<c>P_WEST_AL</c>, <c>A_MAROKKO</c>), as whole words.</summary>
    private static readonly string[] Abbreviations =
        ["west", "nwest", "al", "nw", "mar", "ant", "ant_aru", "over_nw", "nw_al", "west_al", "n_w_al"];

    public static bool IsAbout(string name)
    {
        var letters = string.Concat(name.Where(char.IsLetter)).ToLowerInvariant();
        return Words.Any(word => letters.Contains(word, StringComparison.Ordinal))
            || name.ToLowerInvariant().Split('_').Any(part => Abbreviations.Contains(part, StringComparer.Ordinal));
    }
}
