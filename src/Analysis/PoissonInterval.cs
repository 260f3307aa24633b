using MathNet.Numerics.Distributions;

namespace Twente.Igw.Analysis;

/// <summary>How far a count could have been off by chance alone.</summary>
public static class PoissonInterval
{
    /// <summary>The count from which Byar's formula replaces the exact interval, as in PHEindicatormethods.</summary>
    public const long ByarFrom = 10;

    /// <summary>The interval that figures show: exact below <see cref="ByarFrom"/>, Byar's from there.</summary>
    /// <param name="count">Incidents counted, zero or more.</param>
    /// <param name="level">Confidence between 0 and 1.</param>
    /// <returns>Limits of the expected count, in incidents.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative count, or a level not between 0 and 1.</exception>
    public static Interval Of(long count, double level = 0.95) =>
        count < ByarFrom ? Exact(count, level) : Byar(count, level);

    /// <summary>The exact central interval, by quantiles of the gamma distribution.</summary>
    /// <param name="count">Incidents counted, zero or more; at zero the lower limit is zero.</param>
    /// <param name="level">Confidence between 0 and 1.</param>
    /// <returns>Limits of the expected count, in incidents.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative count, or a level not between 0 and 1.</exception>
    /// <remarks>Garwood, F. (1936). Fiducial limits for the Poisson distribution. Biometrika 28, 437–442.</remarks>
    public static Interval Exact(long count, double level = 0.95)
    {
        Require.NotNegative(count);
        var tail = Confidence.Tail(level);
        return new Interval(
            count == 0 ? 0 : Gamma.InvCDF(count, 1, tail),
            Gamma.InvCDF(count + 1d, 1, 1 - tail));
    }

    /// <summary>Byar's approximation to the exact interval: closed form, good from about ten.</summary>
    /// <param name="count">Incidents counted, zero or more; the lower limit is never below zero.</param>
    /// <param name="level">Confidence between 0 and 1.</param>
    /// <returns>Limits of the expected count, in incidents.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative count, or a level not between 0 and 1.</exception>
    /// <remarks>
    /// Breslow, N.E. and Day, N.E. (1987). Statistical methods in cancer research II, p. 69. IARC, Lyon.
    /// </remarks>
    public static Interval Byar(long count, double level = 0.95)
    {
        Require.NotNegative(count);
        var deviate = Confidence.Deviate(level);
        return new Interval(
            count == 0 ? 0 : Math.Max(0, WilsonHilferty(count, -deviate)),
            WilsonHilferty(count + 1d, deviate));
    }

    // The cube root of a gamma variable is nearly normal: Wilson & Hilferty (1931).
    private static double WilsonHilferty(double count, double deviate) =>
        count * Math.Pow(1 - (1 / (9 * count)) + (deviate / (3 * Math.Sqrt(count))), 3);
}
