namespace Twente.Igw.Regional;

/// <summary>
/// The noise that every published count carries, as the region agreed on it: gemeenten publish with it, and intervals
/// allow for it.
/// </summary>
public static class PublishedNoise
{
    /// <summary>Most that a count moves, in incidents.</summary>
    public const int Largest = 3;

    /// <summary>In incidents squared: half way between what is possible, where a count of 1 is least certain.</summary>
    public const double Variance = 2.5;

    /// <summary>No published count is from 1 to this.</summary>
    public const int NeverUpTo = 2;
}
