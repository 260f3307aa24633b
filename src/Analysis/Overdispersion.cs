namespace Twente.Igw.Analysis;

/// <summary>How many times as much counts swing as chance alone would make them.</summary>
public static class Overdispersion
{
    /// <summary>
    /// The degrees of freedom below which nothing is estimated. At ten the standard error of the factor is
    /// already √(2/10), some 45 %.
    /// </summary>
    public const int MinimalDegreesOfFreedom = 10;

    /// <summary>Pearson's chi-square over its degrees of freedom, never below 1.</summary>
    /// <param name="counts">Incidents per cell, zero or more.</param>
    /// <param name="expected">Incidents expected in the same cells, each finite and above zero.</param>
    /// <param name="fitted">How many quantities of the expectation were estimated from these same counts.</param>
    /// <returns>
    /// The factor by which variance exceeds the mean, 1 or more; null when fewer than
    /// <see cref="MinimalDegreesOfFreedom"/> remain, which is not the same as no overdispersion.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The lengths differ, a count or <paramref name="fitted"/> is negative, or an expectation is not above zero.
    /// </exception>
    /// <remarks>McCullagh, P. and Nelder, J.A. (1989). Generalized linear models, 2nd ed., § 4.5 and § 6.2.</remarks>
    public static double? Estimate(ReadOnlySpan<long> counts, ReadOnlySpan<double> expected, int fitted = 0)
    {
        Require.AtLeast(0, fitted);
        if (expected.Length != counts.Length)
            throw Require.Broken(nameof(expected), expected.Length, $"as long as the {counts.Length} counts");

        var chiSquare = 0d;
        for (var cell = 0; cell < counts.Length; cell++)
            chiSquare += Pearson(counts[cell], expected[cell]);

        return Factor(chiSquare, counts.Length - fitted);
    }

    /// <summary>The factor from the same window in earlier years, each area held against its own mean.</summary>
    /// <param name="counts">Row-major: a row per area, a column per year; incidents, zero or more.</param>
    /// <param name="years">Columns, two or more.</param>
    /// <returns>
    /// The factor, 1 or more; null when too few areas carry it. An area without a single incident has nothing
    /// to swing: it adds neither chi-square nor its years − 1 degrees of freedom. Trend counts as swing.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// Fewer than two years, an incomplete row, or a negative count.
    /// </exception>
    /// <remarks>McCullagh, P. and Nelder, J.A. (1989). Generalized linear models, 2nd ed., § 4.5 and § 6.2.</remarks>
    public static double? EstimateFromYears(ReadOnlySpan<long> counts, int years)
    {
        Require.AtLeast(2, years);
        if (counts.Length % years != 0)
            throw Require.Broken(nameof(counts), counts.Length, $"in whole rows of {years} years");

        var (chiSquare, freedom) = (0d, 0);
        for (; !counts.IsEmpty; counts = counts[years..])
        {
            if (Mean(counts[..years]) is not (> 0 and var mean))
                continue;

            foreach (var count in counts[..years])
                chiSquare += Pearson(count, mean);
            freedom += years - 1;
        }

        return Factor(chiSquare, freedom);
    }

    private static double? Factor(double chiSquare, int freedom) =>
        freedom < MinimalDegreesOfFreedom ? null : Math.Max(1, chiSquare / freedom);

    private static double Pearson(long count, double expected)
    {
        var distance = Require.NotNegative(count) - Require.Positive(expected);
        return distance * distance / expected;
    }

    private static double Mean(ReadOnlySpan<long> row)
    {
        var sum = 0d;
        foreach (var count in row)
            sum += Require.NotNegative(count);
        return sum / row.Length;
    }
}
