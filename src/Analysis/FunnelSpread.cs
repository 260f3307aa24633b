using MathNet.Numerics.Distributions;

namespace Twente.Igw.Analysis;

/// <summary>How far places lie apart beyond chance, and how sure that is with so few.</summary>
/// <param name="Places">How many places it was estimated from.</param>
/// <param name="Phi">Mean square of the winsorised scores: 1 where chance alone is at work; may be below 1.</param>
/// <param name="PhiInterval">Central interval of phi.</param>
/// <param name="TauSquared">Variance between places on the scale of the scores, zero or more.</param>
/// <param name="TauSquaredInterval">The variances that go with the limits of phi.</param>
public readonly record struct FunnelSpread(
    int Places, double Phi, Interval PhiInterval, double TauSquared, Interval TauSquaredInterval)
{
    /// <summary>Places without which nothing is estimated: one and three others.</summary>
    public const int MinimalPlaces = 4;

    /// <summary>The share of scores on each side that is drawn in, so that outliers do not hide themselves.</summary>
    public const double Winsorised = 0.1;

    /// <summary>The spread of counts around what the common rate leads to expect.</summary>
    /// <param name="counts">Incidents per place, zero or more.</param>
    /// <param name="expected">Incidents expected in the same places at the common rate, each above zero.</param>
    /// <param name="level">Confidence of the intervals, between 0 and 1.</param>
    /// <returns>
    /// Spread on the square-root scale (score 2 (√observed − √expected)); null below <see cref="MinimalPlaces"/>.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The lengths differ, a count is negative, an expectation not above zero, or a level not between 0 and 1.
    /// </exception>
    /// <remarks>
    /// Spiegelhalter, D.J. et al. (2012). Statistical methods for healthcare regulation: rating, screening and
    /// surveillance. Journal of the Royal Statistical Society A 175, 1–47.
    /// </remarks>
    public static FunnelSpread? Of(ReadOnlySpan<long> counts, ReadOnlySpan<double> expected, double level = 0.95)
    {
        if (expected.Length != counts.Length)
            throw Require.Broken(nameof(expected), expected.Length, $"as long as the {counts.Length} counts");

        var (scores, precisions) = (new double[counts.Length], new double[counts.Length]);
        for (var place = 0; place < scores.Length; place++)
        {
            scores[place] = 2 * (Math.Sqrt(Require.NotNegative(counts[place]))
                - Math.Sqrt(Require.Positive(expected[place])));
            precisions[place] = 4 * expected[place];
        }

        return OfScores(scores, precisions, Winsorised, level);
    }

    /// <summary>The spread of standardised scores on any scale.</summary>
    /// <param name="scores">Distance of each place to the target over its standard error.</param>
    /// <param name="precisions">One over the square of those standard errors, each finite and above zero.</param>
    /// <param name="winsorised">Share drawn in on each side, from 0 to below a half.</param>
    /// <param name="level">Confidence of the intervals, between 0 and 1.</param>
    /// <returns>
    /// Phi Σz²/n and τ² by moments, (nφ − (n − 1)) / (Σw − Σw²/Σw). The interval of phi is that of a variance,
    /// nφ over the quantiles of chi-square with n − 1 degrees: exact for normal scores that were not winsorised, an
    /// indication otherwise. Null below <see cref="MinimalPlaces"/>.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">One of the arguments breaks its rule.</exception>
    /// <remarks>
    /// DerSimonian, R. and Laird, N. (1986). Meta-analysis in clinical trials. Controlled Clinical Trials 7, 177–188;
    /// as used by Spiegelhalter (2005), Quality and Safety in Health Care 14, 347–351.
    /// </remarks>
    public static FunnelSpread? OfScores(
        ReadOnlySpan<double> scores, ReadOnlySpan<double> precisions, double winsorised, double level = 0.95)
    {
        var tail = Confidence.Tail(level);
        if (precisions.Length != scores.Length)
            throw Require.Broken(nameof(precisions), precisions.Length, $"as long as the {scores.Length} scores");
        if (Require.NotNegative(winsorised) >= 0.5)
            throw Require.Broken(nameof(winsorised), winsorised, "from 0 to below 0.5");
        if (scores.Length < MinimalPlaces)
            return null;

        var squares = Winsorise(scores, winsorised).Sum(score => score * score);
        var (freedom, weight) = (scores.Length - 1, Weight(precisions));
        double Variance(double sum) => Math.Max(0, (sum - freedom) / weight);
        var limits = new Interval(
            squares / ChiSquared.InvCDF(freedom, 1 - tail), squares / ChiSquared.InvCDF(freedom, tail));
        return new FunnelSpread(
            scores.Length, squares / scores.Length, limits, Variance(squares),
            new Interval(Variance(limits.Lower * scores.Length), Variance(limits.Upper * scores.Length)));
    }

    private static double Weight(ReadOnlySpan<double> precisions)
    {
        var (sum, squares) = (0d, 0d);
        foreach (var precision in precisions)
        {
            sum += Require.Positive(precision);
            squares += precision * precision;
        }

        return sum - (squares / sum);
    }

    /// <summary>What lies outside the quantiles, put on them; interpolated as R does (its type 7).</summary>
    private static double[] Winsorise(ReadOnlySpan<double> scores, double share)
    {
        var sorted = scores.ToArray();
        Array.Sort(sorted);
        double Quantile(double p)
        {
            var place = p * (sorted.Length - 1);
            var below = Math.Min((int)place, sorted.Length - 2);
            return sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below]));
        }

        var (low, high) = (Quantile(share), Quantile(1 - share));
        return [.. sorted.Select(score => Math.Clamp(score, low, high))];
    }
}
