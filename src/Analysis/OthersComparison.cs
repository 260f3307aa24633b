namespace Twente.Igw.Analysis;

/// <summary>One gemeente against all the others together, itself left out.</summary>
/// <param name="Others">Counts and exposures of the others, added up.</param>
/// <param name="Expected">Incidents that the rate of the others leads to expect in the one.</param>
/// <param name="Comparison">The rate of the one against that of the others.</param>
/// <param name="Verdict">The word for it; never better or worse.</param>
public readonly record struct OthersComparison(
    Rate Others, double Expected, RateComparison Comparison, Verdict Verdict)
{
    /// <summary>Others without whom there is no comparison: with fewer, one of them could subtract herself.</summary>
    public const int MinimalOthers = 3;

    /// <summary>Compares one of a list with the rest of it.</summary>
    /// <param name="rates">Counts over exposures in one unit, the one and the others.</param>
    /// <param name="one">Place in the list of the one.</param>
    /// <param name="phi">
    /// Overdispersion, 1 or more: how much more these counts swing than by chance, see <see cref="Overdispersion"/>.
    /// Where counts were published with noise of variance V, add V / expected.
    /// </param>
    /// <param name="level">Confidence between 0 and 1.</param>
    /// <returns>Ratio, interval, p-value and word; null with fewer than <see cref="MinimalOthers"/> others.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The one is not in the list, phi is below 1, or the level not between 0 and 1.
    /// </exception>
    /// <remarks>
    /// Including the one in its own reference draws the ratio towards 1: Jones, H.E. and Spiegelhalter, D.J. (2011).
    /// The identification of "unusual" health-care providers from a hierarchical model. The American Statistician
    /// 65, 154–163. Test and interval: <see cref="RateComparison.Of"/>; words: <see cref="RateVerdict.Of"/>.
    /// </remarks>
    public static OthersComparison? Of(ReadOnlySpan<Rate> rates, int one, double phi = 1, double level = 0.95)
    {
        if (one < 0 || one >= rates.Length)
            throw Require.Broken(nameof(one), one, $"a place in the list of {rates.Length}");
        if (rates.Length - 1 < MinimalOthers)
            return null;

        var (count, exposure) = (0L, 0d);
        for (var place = 0; place < rates.Length; place++)
        {
            if (place == one)
                continue;
            count += rates[place].Count;
            exposure += rates[place].Exposure;
        }

        var others = new Rate(count, exposure);
        var expected = others.Value * rates[one].Exposure;
        var comparison = RateComparison.Of(rates[one], others, phi, level);
        return new OthersComparison(others, expected, comparison, RateVerdict.Of(expected, comparison));
    }
}
