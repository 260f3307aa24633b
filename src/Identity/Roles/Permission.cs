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

    /// <summary>
    /// Figures of sensitive categories as finely as of others. No role has it: it is given to one person, as a mandate.
    /// </summary>
    ReadSensitiveFigures,

    /// <summary>Deliveries, findings and receipts.</summary>
    ReadDeliveries,

    /// <summary>Accept, refuse, withdraw and check again; deliver on behalf of a supplier.</summary>
    DecideDeliveries,

    /// <summary>Agreements with suppliers, mappings, key-figure list, crosswalks.</summary>
    ManageAgreements,

    /// <summary>Invite, give and take roles, end sessions.</summary>
    ManageUsers,

    /// <summary>
    /// Stadsdelen, categories, retention and limits of the gemeente; what shows or keeps more holds once a second
    /// person approves.
    /// </summary>
    ManageSettings,

    /// <summary>See what was asked of a second person, and what she decided.</summary>
    FollowChanges,

    /// <summary>Who looked at what, and why.</summary>
    ReadProcessingLog,

    /// <summary>Second approval of thresholds, sensitivity, retention and exact permissions.</summary>
    Approve,

    /// <summary>Published figures of the region.</summary>
    ReadRegion,

    /// <summary>Write down the model agreement, remind gemeenten, keep texts to take over.</summary>
    CoordinateRegion,

    /// <summary>See how the gemeente takes part in the region, and what is published in her name.</summary>
    FollowRegion,

    /// <summary>Accept the model agreement of the region for the gemeente, or withdraw.</summary>
    JoinRegion,

    /// <summary>Approve what is published of a month; also the gemeente has to have named the role.</summary>
    ApprovePublication,

    /// <summary>Deliver as a supplier.</summary>
    Deliver,

    /// <summary>Who one is here, and where one is signed in.</summary>
    OwnAccount,

    /// <summary>Technical state of the platform.</summary>
    OperatePlatform,
}
