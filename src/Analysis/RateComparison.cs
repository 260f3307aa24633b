using MathNet.Numerics;
using MathNet.Numerics.RootFinding;

namespace Twente.Igw.Analysis;

/// <summary>How many times as high one rate is as another, and how sure that is.</summary>
/// <param name="Ratio">Rate over reference: infinite over a zero, NaN when both are zero.</param>
/// <param name="Interval">Central interval of the ratio; excludes 1 when the p-value is below 1 − level.</param>
/// <param name="PValue">Two-sided: twice the smaller tail, at most 1.</param>
public readonly record struct RateComparison(double Ratio, Interval Interval, double PValue)
{
    /// <summary>Compares two Poisson counts by the binomial distribution of one given their sum.</summary>
    /// <param name="rate">The count looked at, over its exposure.</param>
    /// <param name="reference">The count it is held against, over its exposure: 3 for three earlier years to 1.</param>
    /// <param name="phi">
    /// Overdispersion, 1 or more: both counts are divided by it and the binomial tails become those of
    /// the beta distribution, which needs no whole numbers.
    /// </param>
    /// <param name="level">Confidence between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Phi is below 1 or the level not between 0 and 1.</exception>
    /// <remarks>
    /// Przyborowski, J. and Wilenski, H. (1940). Homogeneity of results in testing samples from Poisson series.
    /// Biometrika 31, 313–323. Interval: Clopper and Pearson (1934), Biometrika 26, 404–413. Doubling keeps test
    /// and interval consistent: Fay, M.P. (2010), R Journal 2(1), 53–58. Phi: McCullagh and Nelder (1989), § 4.5.
    /// </remarks>
    public static RateComparison Of(Rate rate, Rate reference, double phi = 1, double level = 0.95)
    {
        Require.AtLeast(1, phi);
        var tail = Confidence.Tail(level);
        var (a, b) = (rate.Count / phi, reference.Count / phi);
        var odds = rate.Exposure / reference.Exposure;
        var limits = new Interval(LowerOdds(a, b, tail), 1 / LowerOdds(b, a, tail));
        return new RateComparison(rate.Value / reference.Value, limits.Scale(1 / odds), TwoSided(a, b, odds));
    }

    private static double TwoSided(double a, double b, double odds) =>
        Math.Min(1, 2 * Math.Min(AtLeast(a, b, odds), AtLeast(b, a, 1 / odds)));

    /// <summary>The chance of a or more out of a + b when each falls on a's side with these odds.</summary>
    private static double AtLeast(double a, double b, double odds) =>
        a == 0 ? 1 : SpecialFunctions.BetaRegularized(a, b + 1, odds / (1 + odds));

    /// <summary>The odds at which a or more out of a + b has the chance <paramref name="tail"/>.</summary>
    private static double LowerOdds(double a, double b, double tail)
    {
        if (a == 0)
            return 0;

        // On the log scale an odds of one in a million is found as precisely as one of one half.
        var centre = Math.Log(a / (b + 1));
        return Math.Exp(Brent.FindRootExpand(
            logOdds => AtLeast(a, b, Math.Exp(logOdds)) - tail, centre - 2, centre, 1e-12, maxIterations: 200));
    }
}
