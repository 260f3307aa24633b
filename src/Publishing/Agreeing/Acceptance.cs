using Twente.Igw.Regional;

namespace Twente.Igw.Publishing;

/// <summary>
/// That a gemeente accepted the model agreement, and what she leaves out of it. One is in force at most.
/// </summary>
public sealed class Acceptance
{
    /// <summary>Longest reason.</summary>
    public const int ReasonLength = 300;

    /// <summary>From 1.</summary>
    public required long Number { get; init; }

    public required int ModelVersion { get; init; }

    /// <summary>The first month, <c>2024-01</c>.</summary>
    public required string From { get; init; }

    public required RegionalLevels Levels { get; init; }

    public required RegionalUnits Units { get; init; }

    /// <summary>Codes of categories that are left out, with a space between.</summary>
    public required string Excluded { get; init; }

    /// <summary>The word of the role that approves each month.</summary>
    public required string ApproverRole { get; init; }

    /// <summary>Why she deviates from the model; empty when she does not.</summary>
    public required string Reason { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Pseudonymous name of who accepted it.</summary>
    public required string By { get; init; }

    /// <summary>When it ended, in UTC; null while it holds.</summary>
    public DateTime? EndedAt { get; set; }

    public string? EndedBy { get; set; }

    public string? EndReason { get; set; }

    public IReadOnlyList<string> ExcludedCodes => Excluded.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>As the region knows it.</summary>
    public Participant AsParticipant(string code, string name) => new()
    {
        Code = code, Name = name, ModelVersion = ModelVersion, From = ReportingPeriod.Parse(From), Levels = Levels,
        Units = Units, Excluded = ExcludedCodes, ApproverRole = ApproverRole, Reason = Reason, AcceptedAt = At,
    };
}
