using Twente.Igw.Analysis;

namespace Twente.Igw.Regional;

/// <summary>The word for the difference with a year earlier, and the numbers a reader can check it with.</summary>
public static class SinceEarlier
{
    public const string FollowsEffort = "volgt vooral inzet";

    /// <summary>Below this a percentage says more than the numbers do.</summary>
    private const int MinimalBase = 20;

    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <returns>Null when one of the two is not known.</returns>
    internal static string? Word(int? count, int? earlier, RegionalCategory category)
    {
        if (count is not { } now || earlier is not { } before)
            return null;
        return category.Found ? FollowsEffort : Of(Compare(now, before));
    }

    /// <summary><c>van 2 naar 4</c>; from a base of twenty with percentage.</summary>
    public static string Change(int before, int now)
    {
        var from = string.Create(Dutch, $"van {before:N0} naar {now:N0}");
        return before < MinimalBase
            ? from
            : string.Create(Dutch,
                $"{Math.Round(100.0 * (now - before) / before, MidpointRounding.AwayFromZero):+0;-0;0} % ({from})");
    }

    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.TooLittle => "te weinig voor een uitspraak",
        Verdict.Higher => "hoger",
        Verdict.Lower => "lager",
        Verdict.Similar => "vergelijkbaar",
        _ => "geen duidelijk verschil",
    };

    /// <summary>The noise of publishing makes counts swing a little more than by chance.</summary>
    internal static double NoisePhi(double expected) =>
        expected > 0 ? 1 + (PublishedNoise.Variance / expected) : 1;

    private static Verdict Compare(int now, int before)
    {
        var phi = NoisePhi((now + before) / 2.0);
        return RateVerdict.Of(before, RateComparison.Of(new Rate(now, 1), new Rate(before, 1), phi));
    }
}
