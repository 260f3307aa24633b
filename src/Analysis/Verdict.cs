namespace Twente.Igw.Analysis;

/// <summary>The word for a difference; none of them says better or worse.</summary>
public enum Verdict
{
    /// <summary>Te weinig voor een uitspraak.</summary>
    TooLittle,

    /// <summary>Hoger.</summary>
    Higher,

    /// <summary>Lager.</summary>
    Lower,

    /// <summary>Vergelijkbaar.</summary>
    Similar,

    /// <summary>Geen duidelijk verschil.</summary>
    NoClearDifference,
}

/// <summary>Puts a comparison of two rates into a word.</summary>
public static class RateVerdict
{
    /// <summary>Incidents that must be expected before a difference gets a word at all.</summary>
    public const double MinimalExpected = 12;

    /// <summary>The ratios that pass for the same: at most a quarter more or a fifth less.</summary>
    public static readonly Interval SameEnough = new(0.8, 1.25);

    /// <summary>The word for a comparison.</summary>
    /// <param name="expected">
    /// Incidents expected if nothing had changed, zero or more: the reference rate times the exposure looked at.
    /// </param>
    /// <param name="comparison">The rate looked at against its reference.</param>
    /// <returns>
    /// Too little below <see cref="MinimalExpected"/>; higher or lower when the interval excludes 1, however small the
    /// difference; similar only when the whole interval lies in <see cref="SameEnough"/>; else no clear difference.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The expectation is negative or not finite.</exception>
    public static Verdict Of(double expected, RateComparison comparison) => comparison.Interval switch
    {
        _ when Require.NotNegative(expected) < MinimalExpected => Verdict.TooLittle,
        { Lower: > 1 } => Verdict.Higher,
        { Upper: < 1 } => Verdict.Lower,
        var interval when SameEnough.Contains(interval) => Verdict.Similar,
        _ => Verdict.NoClearDifference,
    };
}
