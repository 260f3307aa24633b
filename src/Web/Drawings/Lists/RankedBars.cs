namespace Twente.Igw.Web.Drawings;

/// <summary>What a ranked list with bars shows.</summary>
internal sealed record RankedBars
{
    /// <summary>The areas in the order of the list, numbered as on the map.</summary>
    public required IReadOnlyList<ShadedArea> Areas { get; init; }

    public required ClassScale Scale { get; init; }

    /// <summary>Heading of the first column: "Buurt".</summary>
    public required string AreaWord { get; init; }

    /// <summary>Heading of the bars: "Per 1.000 inwoners".</summary>
    public required string ValueWord { get; init; }

    /// <summary>Heading of the verdicts, "Met een jaar eerder"; null when nothing is compared.</summary>
    public string? ComparedWord { get; init; }
}
