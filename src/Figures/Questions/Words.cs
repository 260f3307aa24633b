using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>The Dutch words of levels, comparisons and rings, as in addresses and answers.</summary>
public static class Words
{
    public static string Of(AreaLevel level) => level switch
    {
        AreaLevel.Municipality => "gemeente",
        AreaLevel.Borough => "stadsdeel",
        AreaLevel.District => "wijk",
        _ => "buurt",
    };

    public static string Of(Ring ring) => ring switch
    {
        Ring.Exact => "exact",
        Ring.Classes => "lezen",
        _ => "publicatie",
    };

    public static string? Of(Comparison comparison) => comparison switch
    {
        Comparison.YearEarlier => "vorigjaar",
        Comparison.ThreeYears => "driejaar",
        _ => null,
    };
}
