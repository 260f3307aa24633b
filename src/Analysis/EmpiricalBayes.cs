namespace Twente.Igw.Analysis;

/// <summary>Draws the rates of small areas towards the rate of them all, the smaller the more.</summary>
public static class EmpiricalBayes
{
    /// <summary>Global empirical Bayes smoothing by the method of moments.</summary>
    /// <param name="counts">Incidents per area, zero or more.</param>
    /// <param name="populations">Inhabitants of the same areas, each finite and above zero.</param>
    /// <returns>
    /// Incidents per inhabitant in the same order, each between its own rate and the overall one; all equal to the
    /// overall rate when the areas differ no more than chance would make them.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The lengths differ, a count is negative or a population not above zero.
    /// </exception>
    /// <remarks>
    /// Marshall, R.J. (1991). Mapping disease and mortality rates using empirical Bayes estimators.
    /// Journal of the Royal Statistical Society C 40, 283–294.
    /// </remarks>
    public static double[] Smooth(ReadOnlySpan<long> counts, ReadOnlySpan<double> populations)
    {
        if (populations.Length != counts.Length)
            throw Require.Broken(nameof(populations), populations.Length, $"as long as the {counts.Length} counts");

        var overall = Overall(counts, populations);
        var between = VarianceBetween(counts, populations, overall);
        var smoothed = new double[counts.Length];
        for (var area = 0; area < smoothed.Length; area++)
        {
            // Without variance between areas nothing is own; asking first also keeps an all-zero map from 0 / 0.
            var own = between == 0 ? 0 : between / (between + (overall / populations[area]));
            smoothed[area] = overall + (own * ((counts[area] / populations[area]) - overall));
        }

        return smoothed;
    }

    private static double Overall(ReadOnlySpan<long> counts, ReadOnlySpan<double> populations)
    {
        var (incidents, inhabitants) = (0d, 0d);
        for (var area = 0; area < counts.Length; area++)
        {
            incidents += Require.NotNegative(counts[area]);
            inhabitants += Require.Positive(populations[area]);
        }

        return incidents / inhabitants;
    }

    /// <summary>The variance of rates, weighted by population, less what chance explains; never below zero.</summary>
    private static double VarianceBetween(ReadOnlySpan<long> counts, ReadOnlySpan<double> populations, double overall)
    {
        var (squares, inhabitants) = (0d, 0d);
        for (var area = 0; area < counts.Length; area++)
        {
            var distance = (counts[area] / populations[area]) - overall;
            squares += populations[area] * distance * distance;
            inhabitants += populations[area];
        }

        return Math.Max(0, (squares - (overall * counts.Length)) / inhabitants);
    }
}
