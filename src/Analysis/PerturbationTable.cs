namespace Twente.Igw.Analysis;

/// <summary>The noise with which counts are published: small, without bias, and the same for the same cell.</summary>
/// <remarks>
/// The cell-key method: Fraser, B. and Wooton, J. (2006). A proposed method for confidentialising tabular output to
/// protect against differencing. Monographs of Official Statistics, Eurostat, 299–302. Maximum entropy: Giessing, S.
/// (2016). Computational issues in the design of transition probabilities. Privacy in Statistical Databases, LNCS
/// 9867, 237–251; R package ptable. Unlike ptable every count here has the variance asked for, exactly, and no
/// probability is made to rise towards zero noise: with small counts that rule and the variance exclude each other.
/// </remarks>
public sealed class PerturbationTable
{
    // A row per count from 0, the last also for every larger one; a column per noise from the most negative.
    private readonly double[][] _rows;
    private readonly double[][] _upTo;

    private PerturbationTable(int largestNoise, double variance, int neverUpTo)
    {
        (LargestNoise, Variance, NeverUpTo) = (largestNoise, variance, neverUpTo);
        var rows = Enumerable.Range(1, LastRow(largestNoise, neverUpTo));
        _rows = [Only(0), .. rows.Select(count => MaximumEntropy.Of(Allowed(count), variance, largestNoise))];
        _upTo = [.. _rows.Select(Cumulate)];
    }

    /// <summary>Most that a published count differs from the true one.</summary>
    public int LargestNoise { get; }

    /// <summary>Variance of the noise of every count above zero, in incidents squared.</summary>
    public double Variance { get; }

    /// <summary>No published count is from 1 to this.</summary>
    public int NeverUpTo { get; }

    /// <summary>The table of one choice.</summary>
    /// <param name="largestNoise">Most that a count may move, in incidents; above <paramref name="neverUpTo"/>.</param>
    /// <param name="variance">
    /// Between the limits of <see cref="Feasible"/>, both excluded: at either the smallest counts have two possible
    /// results only. With noise of at most 3 and never 1 or 2 that is between 2 and 3, and halfway, at 2.5, what
    /// becomes of a count of 1 is about as uncertain as it can be.
    /// </param>
    /// <param name="neverUpTo">Counts from 1 to this are never the result; 0 when all may be.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of the three breaks its rule.</exception>
    public static PerturbationTable Make(int largestNoise, double variance, int neverUpTo)
    {
        var feasible = Feasible(largestNoise, neverUpTo);
        return variance > feasible.Lower && variance < feasible.Upper
            ? new(largestNoise, variance, neverUpTo)
            : throw Require.Broken(
                nameof(variance), variance, $"between {feasible.Lower} and {feasible.Upper}, both excluded");
    }

    /// <summary>The variances that noise of mean zero can have for every count above zero at once.</summary>
    /// <param name="largestNoise">Most that a count may move; above <paramref name="neverUpTo"/>.</param>
    /// <param name="neverUpTo">Counts from 1 to this are never the result; zero or more.</param>
    /// <returns>From neverUpTo to the narrowest count's upper limit: 2 … 3 for 3 and 2.</returns>
    /// <exception cref="ArgumentOutOfRangeException">One of the two breaks its rule.</exception>
    public static Interval Feasible(int largestNoise, int neverUpTo)
    {
        Require.AtLeast(0, neverUpTo);
        Require.AtLeast(neverUpTo + 1, largestNoise);
        var rows = Enumerable.Range(1, LastRow(largestNoise, neverUpTo))
            .Select(count => MaximumEntropy.Feasible(Allowed(count, largestNoise, neverUpTo)))
            .ToArray();
        return new Interval(rows.Max(row => row.Lower), rows.Min(row => row.Upper));
    }

    /// <summary>How likely each noise is for a count.</summary>
    /// <param name="count">The true count, zero or more.</param>
    /// <returns>Probabilities of noise −<see cref="LargestNoise"/> … +<see cref="LargestNoise"/>; sum 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public IReadOnlyList<double> Probabilities(long count) => Array.AsReadOnly(_rows[Row(count)]);

    /// <summary>The noise of one cell: the same whenever and wherever that cell is published.</summary>
    /// <param name="count">The true count, zero or more; zero has no noise.</param>
    /// <param name="cellKey">Sum modulo 2^64 of the secret keys of what was counted: evenly spread.</param>
    /// <returns>Incidents to add, −<see cref="LargestNoise"/> … +<see cref="LargestNoise"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public int Noise(long count, ulong cellKey)
    {
        // The 53 bits that a double holds, so that the share stays below 1.
        var share = (cellKey >> 11) * (1.0 / (1UL << 53));
        return Array.FindIndex(_upTo[Row(count)], upTo => share < upTo) - LargestNoise;
    }

    /// <summary>The count to publish.</summary>
    /// <param name="count">The true count, zero or more.</param>
    /// <param name="cellKey">Sum modulo 2^64 of the secret keys of what was counted.</param>
    /// <returns>Zero, or above <see cref="NeverUpTo"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public long Perturb(long count, ulong cellKey) => count + Noise(count, cellKey);

    /// <summary>The true counts behind a published one, for who reads it and for who attacks it.</summary>
    /// <param name="published">Zero, or above <see cref="NeverUpTo"/>.</param>
    /// <returns>Smallest and largest; every count between them is possible too.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No count is published so.</exception>
    public (long Low, long High) Possible(long published)
    {
        if (Require.NotNegative(published) == 0)
            return (0, LargestNoise);
        if (published <= NeverUpTo)
            throw Require.Broken(nameof(published), published, $"zero or above {NeverUpTo}");

        return (Math.Max(1, published - LargestNoise), published + LargestNoise);
    }

    private static int LastRow(int largestNoise, int neverUpTo) => largestNoise + neverUpTo + 1;

    private static int[] Allowed(int count, int largestNoise, int neverUpTo) =>
        [.. Enumerable.Range(-largestNoise, (2 * largestNoise) + 1)
            .Where(noise => count + noise == 0 || count + noise > neverUpTo)];

    private static double[] Cumulate(double[] row)
    {
        var upTo = new double[row.Length];
        for (var (place, sum) = (0, 0d); place < row.Length; place++)
            upTo[place] = sum += row[place];

        // However the sum was rounded: beyond the largest noise lies nothing.
        upTo[^1] = 1;
        return upTo;
    }

    private int[] Allowed(int count) => Allowed(count, LargestNoise, NeverUpTo);

    private double[] Only(int noise) =>
        [.. Enumerable.Range(-LargestNoise, (2 * LargestNoise) + 1).Select(other => other == noise ? 1d : 0d)];

    private int Row(long count) => (int)Math.Min(Require.NotNegative(count), _rows.Length - 1);
}
