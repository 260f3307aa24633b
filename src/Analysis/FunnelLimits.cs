using MathNet.Numerics;

namespace Twente.Igw.Analysis;

/// <summary>Between which counts a place of this size stays when it is like the others.</summary>
public static class FunnelLimits
{
    /// <summary>The thin lines: what chance alone allows.</summary>
    /// <param name="expected">Incidents expected at the common rate, finite and above zero.</param>
    /// <param name="level">Confidence between 0 and 1: 0.95 and 0.998 are drawn.</param>
    /// <returns>
    /// Limits in incidents, interpolated between whole ones so that they rise smoothly. A whole count lies beyond a
    /// limit only if that many or more (or less) has a chance of at most (1 − level) / 2. The lower is zero or more.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">Nothing is expected, or a level not between 0 and 1.</exception>
    /// <remarks>
    /// Spiegelhalter, D.J. (2005). Funnel plots for comparing institutional performance. Statistics in Medicine 24,
    /// 1185–1202, appendix A.1. His interpolation is of the chance of at most so many; the upper limit is taken
    /// from the chance of so many or more, as in PHEindicatormethods, which puts it one incident higher and makes
    /// both lines agree with the exact test.
    /// </remarks>
    public static Interval Poisson(double expected, double level = 0.95)
    {
        Require.Positive(expected);
        var tail = Confidence.Tail(level);
        return new Interval(
            Math.Max(0, Interpolated(tail, expected)), Interpolated(1 - tail, expected) + 1);
    }

    /// <summary>The thick lines: what chance and the ordinary differences between places allow.</summary>
    /// <param name="expected">Incidents expected at the common rate, finite and above zero.</param>
    /// <param name="tauSquared">
    /// Variance between places of the square root of observed over expected, zero or more: see
    /// <see cref="FunnelSpread.TauSquared"/>.
    /// </param>
    /// <param name="level">Confidence between 0 and 1: 0.95 and 0.998 are drawn.</param>
    /// <returns>Limits in incidents; the lower is zero or more.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// Nothing is expected, a negative variance, or a level not between 0 and 1.
    /// </exception>
    /// <remarks>
    /// Spiegelhalter, D.J. (2005). Handling over-dispersion of performance indicators. Quality and Safety in Health
    /// Care 14, 347–351. On the square-root scale, on which a count of zero exists and chance has variance
    /// 1 / (4 × expected) whatever the count.
    /// </remarks>
    public static Interval RandomEffects(double expected, double tauSquared, double level = 0.95)
    {
        var chance = 1 / (4 * Require.Positive(expected));
        var reach = Confidence.Deviate(level) * Math.Sqrt(chance + Require.NotNegative(tauSquared));
        var (low, high) = (Math.Max(0, 1 - reach), 1 + reach);
        return new Interval(expected * low * low, expected * high * high);
    }

    /// <summary>Where the chance of at most so many is p, between the whole counts around it.</summary>
    private static double Interpolated(double p, double expected)
    {
        var (below, enough) = (-1L, (long)Math.Ceiling(expected));
        while (AtMost(enough, expected) < p)
            (below, enough) = (enough, (enough * 2) + 1);

        while (enough - below > 1)
        {
            var middle = below + ((enough - below) / 2);
            (below, enough) = AtMost(middle, expected) < p ? (middle, enough) : (below, middle);
        }

        var (there, before) = (AtMost(enough, expected), AtMost(enough - 1, expected));
        return enough - ((there - p) / (there - before));
    }

    private static double AtMost(long count, double expected) =>
        count < 0 ? 0 : SpecialFunctions.GammaUpperRegularized(count + 1d, expected);
}
