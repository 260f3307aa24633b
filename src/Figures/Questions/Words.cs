using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>The Dutch words of levels, periods, comparisons and rings, as in addresses and answers.</summary>
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

    public static string Of(PeriodKind kind) => kind switch
    {
        PeriodKind.Year => "jaar",
        PeriodKind.Quarter => "kwartaal",
        PeriodKind.Month => "maand",
        _ => "week",
    };

    public static string Of(Adding adding) => adding == Adding.Additive ? "optelbaar" : "gemiddelde";

    public static string Of(KeyFigureOrigin origin) => origin == KeyFigureOrigin.Cbs ? "cbs" : "gemeente";
}
