namespace Twente.Igw.Analysis;

/// <summary>A count and what it was counted over: inhabitants, homes, weeks or years.</summary>
/// <param name="Count">Incidents, zero or more.</param>
/// <param name="Exposure">Finite and above zero, in a unit that both sides of a comparison share.</param>
/// <exception cref="ArgumentOutOfRangeException">A negative count, or an exposure that is not above zero.</exception>
public readonly record struct Rate(long Count, double Exposure)
{
    /// <summary>Incidents, zero or more.</summary>
    public long Count { get; } = Require.NotNegative(Count);

    /// <summary>What the incidents were counted over, finite and above zero.</summary>
    public double Exposure { get; } = Require.Positive(Exposure);

    /// <summary>Incidents per unit of exposure.</summary>
    public double Value => Count / Exposure;
}
