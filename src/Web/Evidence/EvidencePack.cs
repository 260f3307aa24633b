using Twente.Igw.Deliveries;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Evidence;

/// <summary>What a gemeente can show of the platform on a day: of herself alone, and without a figure.</summary>
internal sealed record EvidencePack
{
    public required Tenant Tenant { get; init; }

    public required DateTime At { get; init; }

    public required string Domain { get; init; }

    public required string SecurityMail { get; init; }

    public required IReadOnlyList<AgreementView> Agreements { get; init; }

    /// <summary>Everybody who has or had something to do at this gemeente.</summary>
    public required IReadOnlyList<Colleague> Colleagues { get; init; }

    /// <summary>How often each event stands on her log, by month; none of it says who.</summary>
    public required IReadOnlyList<LoggedUse> Uses { get; init; }

    public required RetentionPlan Retention { get; init; }

    public required DestructionProofs Proofs { get; init; }

    public required AuditVerdict Log { get; init; }

    public string Version { get; } = typeof(EvidencePack).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";
}

/// <summary>How often something was done in a month.</summary>
internal sealed record LoggedUse(string Month, string Event, string Result, int Times);
