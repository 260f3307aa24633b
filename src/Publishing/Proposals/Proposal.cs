using Twente.Igw.Regional;

namespace Twente.Igw.Publishing;

/// <summary>
/// What the current gemeente would publish about a month and everything before it: frozen when it is made. Corrections
/// that come in later wait for the next one.
/// </summary>
public sealed class Proposal
{
    /// <summary>Longest duiding.</summary>
    public const int NoteLength = 2000;

    /// <summary>From 1.</summary>
    public required long Number { get; init; }

    /// <summary>The newest month in it, <c>2025-03</c>.</summary>
    public required string Month { get; init; }

    public required int ModelVersion { get; init; }

    public required DateTime MadeAt { get; init; }

    /// <summary>The gemeente's data version that it was counted from.</summary>
    public required long DataVersion { get; init; }

    public required int BoundaryYear { get; init; }

    /// <summary>As <see cref="ProtectedCells"/> writes them: all of the grid.</summary>
    public required string Cells { get; init; }

    /// <summary>Hash of <see cref="Cells"/>, for whoever wants to see that nothing changed since.</summary>
    public required string Sha256 { get; init; }

    public required int CellCount { get; init; }

    public required int Withheld { get; init; }

    public required ProposalState State { get; set; }

    /// <summary>Her duiding; empty for "geen bijzonderheden".</summary>
    public string Note { get; set; } = "";

    /// <summary>Pseudonymous name of who approved it, or declined.</summary>
    public string? DecidedBy { get; set; }

    public DateTime? DecidedAt { get; set; }

    public DateTime? PublishedAt { get; set; }

    public ReportingPeriod Period => ReportingPeriod.Parse(Month);
}

/// <summary>What became of a proposal.</summary>
public enum ProposalState
{
    /// <summary>Waits for the named role.</summary>
    Waiting,

    /// <summary>Approved; waits for the agreed day.</summary>
    Approved,
    Published,

    /// <summary>A newer one was made before it was approved.</summary>
    Replaced,

    /// <summary>Taken back, by itself or because the gemeente withdrew from the region.</summary>
    Withdrawn,
}
