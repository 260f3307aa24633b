using Twente.Igw.Areas;

namespace Twente.Igw.Web.Drawings;

/// <summary>Why an area has no colour.</summary>
internal enum AreaMark
{
    None,

    /// <summary>Too little or not known; hatched, <c>.</c> in tables.</summary>
    TooLittle,

    /// <summary>Shielded; crossed, <c>x</c> in tables.</summary>
    Shielded,

    /// <summary>Not released by its gemeente; left white, said in words in tables.</summary>
    NotReleased,
}

/// <summary>An area as maps and ranked bars show it; both use the same number for it.</summary>
internal sealed record ShadedArea
{
    /// <summary>Its place in the list beside the map, from 1: joins a row of the list and a shape on the map.</summary>
    public required int Number { get; init; }

    public required AreaCode Area { get; init; }

    public required string Name { get; init; }

    /// <summary>The value as people read it, with its sign: <c>12</c>, <c>6,5 *</c>, <c>x</c>, <c>.</c>.</summary>
    public required string Value { get; init; }

    /// <summary>What is ranked; null when marked.</summary>
    public double? Amount { get; init; }

    /// <summary>Lower limit of the amount's interval.</summary>
    public double? Lower { get; init; }

    /// <summary>Upper limit of the amount's interval.</summary>
    public double? Upper { get; init; }

    /// <summary>1 to 5; null when marked.</summary>
    public int? Class { get; init; }

    public AreaMark Mark { get; init; }

    /// <summary>The count, as people read it.</summary>
    public string? Count { get; init; }

    /// <summary>Whether the count may be chance: <c>hoger</c>, <c>geen duidelijk verschil</c>.</summary>
    public string? Verdict { get; init; }

    /// <summary>The difference in numbers: <c>van 2 naar 4</c>.</summary>
    public string? Explanation { get; init; }

    /// <summary>Where the area's own page is.</summary>
    public string? Address { get; init; }
}
