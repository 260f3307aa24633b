using Twente.Igw.Figures;

namespace Twente.Igw.Web.Api;

/// <summary>The Dutch words for what a category is.</summary>
internal static class CategoryWords
{
    public static string KindOf(CategoryKind kind) => kind switch
    {
        CategoryKind.Class => "delict of incident",
        CategoryKind.Group => "groep",
        CategoryKind.Tree => "boom",
        _ => "controletotaal",
    };

    public static string OriginOf(CategoryOrigin origin) => origin == CategoryOrigin.Reported ? "breng" : "haal";

    public static string? DenominatorOf(Denominator denominator) => denominator switch
    {
        Denominator.Inhabitants => "inwoners",
        Denominator.Homes => "woningen",
        _ => null,
    };
}
