using Twente.Igw.Analysis;

namespace Twente.Igw.Figures;

/// <summary>The words of a comparison, in Dutch.</summary>
internal static class VerdictText
{
    /// <summary>For categories found by control: more effort, higher figure.</summary>
    public const string FollowsEffort = "volgt vooral inzet";

    /// <summary>For newest weeks when nobody knows what was known of the earlier window at the same lag.</summary>
    public const string NotYet = "nog niet te zeggen";

    /// <summary>For windows of which nothing was delivered, now or then.</summary>
    public const string NotKnown = "niet bekend";

    /// <summary>Below this a percentage says more than the numbers do.</summary>
    private const int MinimalBase = 20;

    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.TooLittle => "te weinig voor een uitspraak",
        Verdict.Higher => "hoger",
        Verdict.Lower => "lager",
        Verdict.Similar => "vergelijkbaar",
        _ => "geen duidelijk verschil",
    };

    /// <summary><c>van 2 naar 4</c>; from a base of twenty with percentage: <c>+25 % (van 40 naar 50)</c>.</summary>
    public static string Change(double expected, int count, bool mean)
    {
        var from = mean
            ? string.Create(Dutch, $"van gemiddeld {expected:0.#} naar {count:0}")
            : string.Create(Dutch, $"van {expected:0.#} naar {count:0}");
        if (expected < MinimalBase)
            return from;
        var percentage = Math.Round(100 * (count - expected) / expected, MidpointRounding.AwayFromZero);
        return string.Create(Dutch, $"{percentage:+0;-0;0} % ({from})");
    }
}
