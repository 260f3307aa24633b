using Twente.Igw.Analysis;
using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>Rates per 1,000 of what a category is set against.</summary>
internal static class RateUnit
{
    /// <summary>Below this many inhabitants one incident more or less says nothing (figures.md, per1000).</summary>
    public const int MinimalInhabitants = 200;

    /// <summary>Most counts on a map are small and an exact interval costs two searches: made once.</summary>
    private static readonly Interval[] SmallCounts = [.. Enumerable.Range(0, 256).Select(c => PoissonInterval.Of(c))];

    /// <summary>The Dutch word of a denominator; null when no rate is made.</summary>
    public static string? WordOf(Denominator denominator) => denominator switch
    {
        Denominator.Inhabitants => "inwoners",

        // CBS delivers no number of homes with the areas.
        Denominator.Homes => "huishoudens",
        _ => null,
    };

    public static string Of(string denominator, int weeks) =>
        $"per 1.000 {denominator} in {weeks} {(weeks == 1 ? "week" : "weken")}";

    /// <summary>What an area's count is divided by; null when unknown, too small, or no rate is made.</summary>
    public static int? SizeOf(Area area, Denominator denominator)
    {
        if (area.Inhabitants is not >= MinimalInhabitants)
            return null;
        var size = denominator switch
        {
            Denominator.Inhabitants => area.Inhabitants,
            Denominator.Homes => area.Households,
            _ => null,
        };
        return size > 0 ? size : null;
    }

    /// <summary>The 95 % interval of a count, in incidents.</summary>
    public static Interval IntervalOf(int count) =>
        count < SmallCounts.Length ? SmallCounts[count] : PoissonInterval.Of(count);
}
