namespace Twente.Igw.Web.Drawings;

/// <summary>What a list with dots shows, in the order in which it is read.</summary>
internal sealed record DotList
{
    /// <summary>In the caller's order: by name, by stedelijkheid.</summary>
    public required IReadOnlyList<DotRow> Rows { get; init; }

    /// <summary>Heading of the first column: "Gemeente".</summary>
    public required string AreaWord { get; init; }

    /// <summary>Heading of the values: "Per 1.000 inwoners in 2025".</summary>
    public required string ValueWord { get; init; }

    /// <summary>The value of the line through all rows; null without one.</summary>
    public double? Comparator { get; init; }

    /// <summary>Whose that is, with its value: "Andere gemeenten samen: 6,5".</summary>
    public string? ComparatorWord { get; init; }
}

/// <summary>A gemeente in such a list; without a value where nothing is known or released.</summary>
internal sealed record DotRow
{
    public required string Name { get; init; }

    /// <summary>Where the dot lies; null where there is none.</summary>
    public required double? Value { get; init; }

    /// <summary>The value as people read it: <c>6,5</c>, <c>.</c>, <c>niet vrijgegeven</c>.</summary>
    public required string Text { get; init; }

    public double? Lower { get; init; }

    public double? Upper { get; init; }

    /// <summary>The interval as people read it: <c>5,9 – 7,2</c>.</summary>
    public string? IntervalText { get; init; }

    public bool IsOwn { get; init; }

    public string? Address { get; init; }
}
