using Twente.Igw.Areas;

namespace Twente.Igw.Web.Pages;

/// <summary>What the areas of a level are called in sentences.</summary>
internal static class LevelWords
{
    public static string Plural(AreaLevel level) => level switch
    {
        AreaLevel.Municipality => "gemeenten",
        AreaLevel.Borough => "stadsdelen",
        AreaLevel.District => "wijken",
        _ => "buurten",
    };

    /// <summary>As the head of a column.</summary>
    public static string Head(AreaLevel level) => level switch
    {
        AreaLevel.Municipality => "Gemeente",
        AreaLevel.Borough => "Stadsdeel",
        AreaLevel.District => "Wijk",
        _ => "Buurt",
    };

    public static string This(AreaLevel level) => level switch
    {
        AreaLevel.Municipality => "De gemeente",
        AreaLevel.Borough => "Dit stadsdeel",
        AreaLevel.District => "Deze wijk",
        _ => "Deze buurt",
    };

    /// <summary>One of a plural.</summary>
    public static string One(string plural) => plural == "stadsdelen" ? "stadsdeel" : plural[..^2];
}
