using Twente.Igw.Analysis;
using Twente.Igw.Areas;

namespace Twente.Igw.Web.Drawings;

/// <summary>What a funnel shows: the rate of each gemeente against how much was to be expected there.</summary>
internal sealed record FunnelPlot
{
    /// <summary>The word for a gemeente that differs no more than is usual.</summary>
    public const string Inside = "binnen de lijnen";

    /// <summary>Every gemeente, also those that released nothing.</summary>
    public required IReadOnlyList<FunnelPoint> Points { get; init; }

    /// <summary>The rate of all together, in the unit of the points: 6,5 per 1.000.</summary>
    public required double Comparator { get; init; }

    /// <summary>Incidents expected per unit across: comparator / 1000 for inhabitants, 1 for expected counts.</summary>
    public required double ExpectedPerAcross { get; init; }

    /// <summary>What is measured across: "Inwoners".</summary>
    public required string AcrossWord { get; init; }

    /// <summary>What is measured up: "Woninginbraken per 1.000 woningen in 2025".</summary>
    public required string UpWord { get; init; }

    /// <summary>Whose the comparator is: "Alle gemeenten samen".</summary>
    public required string ComparatorWord { get; init; }

    /// <summary>How far gemeenten lie apart beyond chance; null when too few carry it.</summary>
    public FunnelSpread? Spread { get; init; }

    /// <summary>Those with a figure, lowest first.</summary>
    public IReadOnlyList<FunnelPoint> Drawn =>
        [.. Points.Where(p => p is { IsReleased: true, Across: > 0, Up: not null }).OrderBy(p => p.Up)];

    /// <summary>A limit in the unit of the points.</summary>
    public Interval Limits(double across, double level, bool wide)
    {
        var expected = across * ExpectedPerAcross;
        var limits = wide && Spread is { } spread
            ? FunnelLimits.RandomEffects(expected, spread.TauSquared, level)
            : FunnelLimits.Poisson(expected, level);
        return limits.Scale(Comparator / expected);
    }

    /// <summary>Where a point lies, as who does not see the drawing reads it; no word of better or worse.</summary>
    public string Place(FunnelPoint point)
    {
        if (!Drawn.Contains(point))
            return point.IsReleased ? "." : "niet vrijgegeven";
        Interval Within(double level) => Limits(point.Across!.Value, level, wide: true);
        var side = point.Up > Comparator ? "boven" : "onder";
        return Within(0.95).Contains(point.Up!.Value) ? Inside
            : $"{side} de lijn van {(Within(0.998).Contains(point.Up.Value) ? "95" : "99,8")} %";
    }
}

/// <summary>A gemeente in a funnel.</summary>
internal sealed record FunnelPoint
{
    public required AreaCode Area { get; init; }

    public required string Name { get; init; }

    /// <summary>Inhabitants, or an expected count; null when not known.</summary>
    public required double? Across { get; init; }

    /// <summary>The rate; null when not known or not released.</summary>
    public required double? Up { get; init; }

    public required string AcrossText { get; init; }

    public required string UpText { get; init; }

    /// <summary>False for a gemeente that did not release this figure: she is named under the drawing.</summary>
    public bool IsReleased { get; init; } = true;

    /// <summary>The reader's own gemeente.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Where the gemeente's own page is.</summary>
    public string? Address { get; init; }
}
