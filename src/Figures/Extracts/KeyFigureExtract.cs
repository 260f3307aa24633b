using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>Every key figure of a gemeente that is known, for her own analysis: one row per figure, period and area.
/// </summary>
public sealed record KeyFigureExtract : IAnswer
{
    public required AreaCode Municipality { get; init; }

    /// <summary>The gemeente's data version it was made from.</summary>
    public required long Version { get; init; }

    public required Ring Ring { get; init; }

    /// <summary>Two extracts with the same stamp hold the same rows.</summary>
    public required string Stamp { get; init; }

    /// <summary>The rows, by figure, period and area.</summary>
    public required IReadOnlyList<ExtractedKeyFigure> Rows { get; init; }
}

/// <summary>A key figure of an extract.</summary>
/// <param name="Figure">Which.</param>
/// <param name="Period">About when.</param>
/// <param name="BoundaryYear">On whose boundaries.</param>
/// <param name="Area">Of which area.</param>
/// <param name="Value">The number, in the figure's own unit.</param>
/// <param name="IsSum">Whether it was added up from finer areas.</param>
public sealed record ExtractedKeyFigure(
    KeyFigure Figure, KeyFigurePeriod Period, int BoundaryYear, Area Area, double Value, bool IsSum);
