using Twente.Igw.Areas;

namespace Twente.Igw.Web.Drawings;

/// <summary>What a scatter shows: two figures of each area, one across and one up.</summary>
internal sealed record ScatterPlot
{
    /// <summary>Every area, also those without one of the two.</summary>
    public required IReadOnlyList<ScatterPoint> Points { get; init; }

    /// <summary>What is measured across: "Aandeel eenpersoonshuishoudens (%)".</summary>
    public required string AcrossWord { get; init; }

    /// <summary>What is measured up: "Vermogensdelicten per 1.000 inwoners in 4 weken".</summary>
    public required string UpWord { get; init; }

    /// <summary>"Buurt".</summary>
    public required string AreaWord { get; init; }

    /// <summary>False where areas may not be ranked: none is named in the drawing.</summary>
    public bool Named { get; init; } = true;

    /// <summary>The areas of which both are known, lowest first; the others are left out and counted.</summary>
    public IReadOnlyList<ScatterPoint> Drawn =>
        [.. Points.Where(p => p is { Across: not null, Up: not null }).OrderBy(p => p.Up)];
}

/// <summary>
/// Points so far above all others that these would lie flat on the axis: they are drawn at the upper edge, as arrows,
/// with their figure in words.
/// </summary>
internal static class BeyondScale
{
    private const int Most = 2;
    private const double Factor = 2.5;

    /// <summary>Among fewer points nothing is usual yet.</summary>
    private const int FewestPoints = 10;

    /// <param name="drawn">The points, lowest first.</param>
    /// <returns>How many of the last are beyond the scale.</returns>
    public static int Count(IReadOnlyList<ScatterPoint> drawn)
    {
        for (var beyond = drawn.Count < FewestPoints ? 0 : Most; beyond > 0; beyond--)
            if (drawn[^(beyond + 1)].Up > 0 && drawn[^beyond].Up > Factor * drawn[^(beyond + 1)].Up)
                return beyond;
        return 0;
    }
}

/// <summary>An area in a scatter; null where the figure is not known or not shown.</summary>
internal sealed record ScatterPoint
{
    public required AreaCode Area { get; init; }

    public required string Name { get; init; }

    public required double? Across { get; init; }

    public required double? Up { get; init; }

    /// <summary>The figure across as people read it: <c>61 %</c> or <c>.</c>.</summary>
    public required string AcrossText { get; init; }

    /// <summary>The figure up as people read it: <c>6,5</c>, <c>x</c> or <c>.</c>.</summary>
    public required string UpText { get; init; }

    /// <summary>Where the area's own page is.</summary>
    public string? Address { get; init; }
}
