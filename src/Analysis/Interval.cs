namespace Twente.Igw.Analysis;

/// <summary>The range within which a figure may well lie, both ends included.</summary>
public readonly record struct Interval(double Lower, double Upper)
{
    /// <summary>Whether <paramref name="value"/> lies in the range, its ends included; NaN lies nowhere.</summary>
    public bool Contains(double value) => Lower <= value && value <= Upper;

    /// <summary>Whether the whole of <paramref name="other"/> lies in this range.</summary>
    public bool Contains(Interval other) => Lower <= other.Lower && other.Upper <= Upper;

    /// <summary>The same range in another unit: both ends times <paramref name="factor"/>.</summary>
    /// <param name="factor">Finite and above zero; 1000 / inhabitants turns a count into a rate per 1000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The factor is zero, negative or not finite.</exception>
    public Interval Scale(double factor) =>
        new(Lower * Require.Positive(factor), Upper * factor);
}
