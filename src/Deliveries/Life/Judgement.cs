using Twente.Igw.Figures;

namespace Twente.Igw.Deliveries;

/// <summary>What is to become of a delivery, and everything needed to make it so.</summary>
/// <param name="State">Accepted, held or refused.</param>
/// <param name="Findings">Why; also the warnings of an accepted one.</param>
internal sealed record Judgement(DeliveryState State, Findings Findings)
{
    /// <summary>Null when the name could not be read.</summary>
    public Contract? Contract { get; init; }

    /// <summary>The mapping it went through, or null.</summary>
    public MappingInForce? Mapping { get; init; }

    /// <summary>The weeks of the name; null where the contract does not count in weeks.</summary>
    public WeekRange? Weeks { get; init; }

    /// <summary>The rows, when they were read.</summary>
    public CheckedFile? Checked { get; init; }

    public long OrderKey { get; init; }

    /// <summary>Whether it holds rows of another gemeente and so may not stay with this one.</summary>
    public bool HasForeignRows => Checked?.HasForeignRows ?? false;

    /// <summary>Its name says that it is not, or not only, about this gemeente; its rows were not looked at.</summary>
    public bool IsForOthers { get; init; }

    public static Judgement Refused(params Finding[] findings) => new(DeliveryState.Refused, Findings.Of(findings));
}
