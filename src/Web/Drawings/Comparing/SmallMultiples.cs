namespace Twente.Igw.Web.Drawings;

/// <summary>What small charts beside each other show: a line of the same periods for each gemeente.</summary>
internal sealed record SmallMultiples
{
    /// <summary>The periods of every line, oldest first: "jan 2025", "1e kwartaal 2025", "2025".</summary>
    public required IReadOnlyList<string> Periods { get; init; }

    /// <summary>A gemeente each, in the order in which they are read.</summary>
    public required IReadOnlyList<SmallLine> Lines { get; init; }

    /// <summary>"Maand".</summary>
    public required string PeriodWord { get; init; }

    /// <summary>From where figures mean something else.</summary>
    public IReadOnlyList<PeriodBreak> Breaks { get; init; } = [];
}

/// <summary>The line of one gemeente.</summary>
internal sealed record SmallLine
{
    public required string Name { get; init; }

    /// <summary>A value for each period; null leaves a gap: nothing was published, which is not zero.</summary>
    public required IReadOnlyList<double?> Amounts { get; init; }

    /// <summary>The same as people read them.</summary>
    public required IReadOnlyList<string> Values { get; init; }

    public bool IsOwn { get; init; }

    public string? Address { get; init; }
}

/// <summary>A mark in all lines: from this period, by its place, figures do not compare with those before.</summary>
internal sealed record PeriodBreak(int At, string Text);
