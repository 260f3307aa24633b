namespace Twente.Igw.Analysis;

/// <summary>Keeps a long list of differences from filling up with chance.</summary>
public static class FalseDiscovery
{
    /// <summary>Adjusts the p-values of one list for its length.</summary>
    /// <param name="p">The p-values of everything looked at, also of what will not be shown; each from 0 to 1.</param>
    /// <returns>
    /// Adjusted p-values in the same order, from the given value to 1. Those at most q form a selection of which
    /// no more than a share q is expected to be false, for independent or positively dependent tests.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A p-value is not from 0 to 1.</exception>
    /// <remarks>
    /// Benjamini, Y. and Hochberg, Y. (1995). Controlling the false discovery rate.
    /// Journal of the Royal Statistical Society B 57, 289–300.
    /// </remarks>
    public static double[] Adjust(ReadOnlySpan<double> p)
    {
        foreach (var value in p)
            Require.Probability(value, nameof(p));

        var sorted = p.ToArray();
        var places = Enumerable.Range(0, p.Length).ToArray();
        Array.Sort(sorted, places);

        // From the largest down, so that a smaller p-value never ends up with a larger adjusted one.
        var adjusted = new double[p.Length];
        var smallest = 1d;
        for (var rank = sorted.Length; rank > 0; rank--)
        {
            smallest = Math.Min(smallest, sorted[rank - 1] * ((double)sorted.Length / rank));
            adjusted[places[rank - 1]] = smallest;
        }

        return adjusted;
    }

    /// <summary>How many looks call out at level <paramref name="alpha"/> if nothing is the matter anywhere.</summary>
    /// <param name="looks">Comparisons made, zero or more.</param>
    /// <param name="alpha">Level at which one look calls out, from 0 to 1.</param>
    /// <returns>Expected false alarms: at most looks × alpha, exactly that for continuous measures.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Looks is negative or alpha not from 0 to 1.</exception>
    public static double ExpectedFalseAlarms(long looks, double alpha) =>
        Require.NotNegative(looks) * Require.Probability(alpha);
}
