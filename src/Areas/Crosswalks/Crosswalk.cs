namespace Twente.Igw.Areas;

/// <summary>Which part of a neighbourhood's counts goes to a neighbourhood of another boundary year.</summary>
/// <param name="From">The neighbourhood the counts were delivered on.</param>
/// <param name="To">The neighbourhood they go to.</param>
/// <param name="Weight">The part, in millionths: whole numbers add up the same on every machine.</param>
/// <param name="Basis">What the weight follows from.</param>
public readonly record struct CrosswalkRow(AreaCode From, AreaCode To, int Weight, CrosswalkBasis Basis)
{
    /// <summary>A whole neighbourhood.</summary>
    public const int Whole = 1_000_000;

    /// <summary>The weight as people write it, 0 to 1.</summary>
    public decimal Part => Weight / (decimal)Whole;
}

/// <summary>
/// How counts of one boundary year of a municipality go to another. Its rows are never changed: a correction is a new
/// crosswalk.
/// </summary>
public sealed record Crosswalk
{
    public required AreaCode Municipality { get; init; }

    /// <summary>Number within the municipality, from 1.</summary>
    public required long Number { get; init; }

    public required int FromYear { get; init; }

    public required int ToYear { get; init; }

    public required CrosswalkState State { get; init; }

    /// <summary>Where it comes from, in Dutch: <c>bestand</c> or <c>voorstel</c>.</summary>
    public required string Source { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime MadeAt { get; init; }

    public required string MadeBy { get; init; }

    /// <summary>UTC; null while nobody decided.</summary>
    public required DateTime? DecidedAt { get; init; }

    public required string DecidedBy { get; init; }

    public required string Reason { get; init; }

    /// <summary>Ordered by code; every neighbourhood of both years is in it.</summary>
    public required IReadOnlyList<CrosswalkRow> Rows { get; init; }
}
