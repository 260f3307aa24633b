using static Twente.Igw.Identity.Permission;

namespace Twente.Igw.Identity;

/// <summary>Which role may what, where it counts and what it is called on screens: the one table.</summary>
public static class RolePermissions
{
    private static readonly Permission[] AsAnalyst =
        [ReadFigures, ReadExactFigures, ReadDeliveries, DecideDeliveries, ManageAgreements, FollowRegion];

    private static readonly Permission[] AsReader = [ReadFigures, FollowRegion];

    private static readonly Dictionary<Role, RoleFacts> Table = new()
    {
        [Role.Analyst] = new(
            "analist", RolePlace.Tenant, [.. AsAnalyst, ManageSettings, FollowChanges, ApprovePublication]),
        [Role.PolicyOfficer] = new("beleidsmedewerker", RolePlace.Tenant, [.. AsReader, ApprovePublication]),
        [Role.Enforcement] = new("handhaving", RolePlace.Tenant, AsReader),
        [Role.PoliceReader] = new("politie-lezer", RolePlace.Tenant, AsReader),
        [Role.RegionalAnalyst] = new("regionaal-analist", RolePlace.Tenant, AsAnalyst) { NeedsMandate = true },
        [Role.TenantAdministrator] = new(
            "tenantbeheerder", RolePlace.Tenant,
            [ManageUsers, ManageAgreements, ManageSettings, FollowChanges, FollowRegion, JoinRegion]),
        [Role.PrivacyOfficer] = new(
            "privacy-officer", RolePlace.Tenant,
            [ReadProcessingLog, FollowChanges, Approve, ReadDeliveries, FollowRegion, JoinRegion, ApprovePublication]),
        [Role.RegionalCoordinator] = new("regiocoordinator", RolePlace.Region, [ReadRegion, CoordinateRegion]),
        [Role.Supplier] = new("leverancier", RolePlace.Supplier, [Deliver]),
        [Role.Operator] = new("platformbeheerder", RolePlace.Platform, [OperatePlatform]),
    };

    /// <summary>Every role, in the order of the table.</summary>
    public static IReadOnlyCollection<Role> All => Table.Keys;

    public static RoleFacts Of(Role role) => Table[role];

    /// <summary>Reads the word of a screen, an address or the command line.</summary>
    public static bool TryParse(string? word, out Role role)
    {
        role = Table.FirstOrDefault(r => r.Value.Word == word).Key;
        return word is not null && Table[role].Word == word;
    }
}

/// <summary>What is known of a role.</summary>
/// <param name="Word">Its Dutch word.</param>
/// <param name="Place">On which hosts it counts.</param>
/// <param name="Permissions">What it may.</param>
public sealed record RoleFacts(string Word, RolePlace Place, IReadOnlyList<Permission> Permissions)
{
    /// <summary>What it may; her own account is anybody's who is something here.</summary>
    public IReadOnlyList<Permission> Permissions { get; } = [.. Permissions, OwnAccount];

    /// <summary>Given only with a purpose and an end date.</summary>
    public bool NeedsMandate { get; init; }
}

/// <summary>On which hosts a role counts.</summary>
public enum RolePlace
{
    /// <summary>On the host of one gemeente.</summary>
    Tenant,
    Region,
    Supplier,
    Platform,
}
