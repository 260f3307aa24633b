namespace Twente.Igw.Analysis;

/// <summary>How far a share, such as the part solved, could have been off by chance alone.</summary>
public static class WilsonInterval
{
    /// <summary>Wilson's score interval of a proportion.</summary>
    /// <param name="successes">Cases that count, from zero to <paramref name="trials"/>.</param>
    /// <param name="trials">All cases, one or more: a share of nothing does not exist.</param>
    /// <param name="level">Confidence between 0 and 1.</param>
    /// <returns>Limits of the share, from 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There are no trials, fewer than zero successes or more than trials, or the level is not between 0 and 1.
    /// </exception>
    /// <remarks>
    /// Wilson, E.B. (1927). Probable inference, the law of succession, and statistical inference.
    /// Journal of the American Statistical Association 22, 209–212.
    /// </remarks>
    public static Interval Of(long successes, long trials, double level = 0.95)
    {
        Require.Positive(trials);
        Require.NotNegative(successes);
        if (successes > trials)
            throw Require.Broken(nameof(successes), successes, $"at most the {trials} trials");

        // The upper limit as what the failures leave: all out of all then ends at 1 exactly.
        var z = Confidence.Deviate(level);
        return new Interval(Lower(successes, trials, z), 1 - Lower(trials - successes, trials, z));
    }

    private static double Lower(double successes, double trials, double z)
    {
        var centre = (2 * successes) + (z * z);
        var reach = z * Math.Sqrt((z * z) + (4 * successes * (1 - (successes / trials))));
        return (centre - reach) / (2 * (trials + (z * z)));
    }
}
