using System.Diagnostics.CodeAnalysis;

namespace Twente.Igw.Identity;

/// <summary>
/// What an endpoint asks for. Pages and endpoints name a permission and never a role, so that who may do what is read
/// in one table.
/// </summary>
[SuppressMessage("Naming", "CA1711", Justification = "The field's own word; it is no code-access permission.")]
public enum Permission
{
    /// <summary>Figures of the gemeente in ring Lezen.</summary>
    ReadFigures,

    /// <summary>Figures of the gemeente exactly, any window, as known on any moment.</summary>
    ReadExactFigures,

    /// <summary>Exact figures of sensitive categories.</summary>
    ReadSensitiveFigures,

    /// <summary>Deliveries, findings and receipts.</summary>
    ReadDeliveries,

    /// <summary>Accept, refuse, withdraw and check again; deliver on behalf of a supplier.</summary>
    DecideDeliveries,

    /// <summary>Agreements with suppliers, mappings, key-figure list, crosswalks.</summary>
    ManageAgreements,

    /// <summary>Stadsdelen and categories of the gemeente.</summary>
    ManageSettings,

    /// <summary>Invite, give and take roles, end sessions.</summary>
    ManageUsers,

    /// <summary>Who looked at what, and why.</summary>
    ReadProcessingLog,

    /// <summary>Second approval of thresholds, sensitivity, retention and exact permissions.</summary>
    Approve,

    /// <summary>Published figures of the region.</summary>
    ReadRegion,

    /// <summary>Deliver as a supplier.</summary>
    Deliver,

    /// <summary>Technical state of the platform.</summary>
    OperatePlatform,
}
