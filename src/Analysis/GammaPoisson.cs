using MathNet.Numerics;

namespace Twente.Igw.Analysis;

/// <summary>What a count should be, judged by the same weeks in earlier years.</summary>
public static class GammaPoisson
{
    /// <summary>Earlier years without which there is no expectation.</summary>
    public const int MinimalPast = 3;

    /// <summary>The expectation from an area's own past alone, under Jeffreys' prior Gamma(½, 0).</summary>
    /// <param name="past">Incidents in the same window of each earlier year, zero or more; three years or more.</param>
    /// <returns>Posterior Gamma(½ + Σ past, years): never zero, however quiet the past.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than three years or a negative count.</exception>
    /// <remarks>Gelman et al. (2013). Bayesian data analysis, 3rd ed., § 2.6 and § 2.8.</remarks>
    public static Expectation Expect(ReadOnlySpan<long> past) => Update(0.5, 0, past);

    /// <summary>The expectation from an area's own past, drawn towards the mean of its group.</summary>
    /// <param name="past">Incidents in the same window of each earlier year, zero or more; three years or more.</param>
    /// <param name="groupMean">Incidents that the group leads to expect in one such window, above zero.</param>
    /// <param name="groupYears">What the group weighs, in years of own past, above zero.</param>
    /// <returns>
    /// Posterior Gamma(groupMean × groupYears + Σ past, groupYears + years), whose mean is the average of group and
    /// own past, weighted by years.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// Fewer than three years, a negative count, or a group mean or weight that is not above zero.
    /// </exception>
    /// <remarks>Gelman et al. (2013). Bayesian data analysis, 3rd ed., § 2.6 and § 2.7.</remarks>
    public static Expectation Expect(ReadOnlySpan<long> past, double groupMean, double groupYears) =>
        Update(Require.Positive(groupMean) * Require.Positive(groupYears), groupYears, past);

    private static Expectation Update(double shape, double years, ReadOnlySpan<long> past)
    {
        Require.AtLeast(MinimalPast, past.Length);
        foreach (var count in past)
            shape += Require.NotNegative(count);
        return new Expectation(shape, years + past.Length);
    }
}

/// <summary>
/// A count still to come: Poisson around a mean that is itself Gamma(shape, years), so negative binomial.
/// </summary>
/// <remarks>Gelman et al. (2013). Bayesian data analysis, 3rd ed., § 2.6.</remarks>
public readonly record struct Expectation
{
    internal Expectation(double shape, double years) => (Shape, Years) = (shape, years);

    /// <summary>Shape of the gamma distribution: the incidents that speak, the prior's included.</summary>
    public double Shape { get; }

    /// <summary>Rate of the gamma distribution: the years that speak, the prior's included.</summary>
    public double Years { get; }

    /// <summary>Incidents expected in one window.</summary>
    public double Mean => Shape / Years;

    /// <summary>Variance of the count: that of chance, the mean, and that of not knowing the mean.</summary>
    public double Variance => Mean * (1 + (1 / Years));

    /// <summary>The chance, from 0 to 1, of <paramref name="count"/> incidents or fewer; none are below zero.</summary>
    public double AtMost(long count) =>
        count < 0 ? 0 : SpecialFunctions.BetaRegularized(Shape, count + 1d, Years / (Years + 1));

    /// <summary>The chance, from 0 to 1, of <paramref name="count"/> incidents or more; precise far out.</summary>
    public double AtLeast(long count) =>
        count <= 0 ? 1 : SpecialFunctions.BetaRegularized(count, Shape, 1 / (Years + 1));

    /// <summary>The smallest count that is not exceeded with at least this chance.</summary>
    /// <param name="probability">Between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not between 0 and 1.</exception>
    public long Quantile(double probability)
    {
        Require.Fraction(probability);
        var (below, enough) = (-1L, (long)Math.Ceiling(Mean) + 1);
        while (AtMost(enough) < probability)
            (below, enough) = (enough, enough * 2);

        while (enough - below > 1)
        {
            var middle = below + ((enough - below) / 2);
            (below, enough) = AtMost(middle) < probability ? (middle, enough) : (below, middle);
        }

        return enough;
    }

    /// <summary>The counts that are no surprise.</summary>
    /// <param name="level">The chance that they hold, at least; at most half of the rest is on either side.</param>
    /// <returns>Smallest and largest such count, in whole incidents.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public Interval Predict(double level = 0.95)
    {
        var tail = Confidence.Tail(level);
        return new Interval(Quantile(tail), Quantile(1 - tail));
    }
}
