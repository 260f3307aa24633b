using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>An agreement in force, as its supplier sees it.</summary>
public sealed record ReachedAgreement
{
    public required Guid Id { get; init; }

    public required TenantId Tenant { get; init; }

    /// <summary>Name of the gemeente.</summary>
    public required string Municipality { get; init; }

    public required SupplierCode Supplier { get; init; }

    /// <summary>A <see cref="ContractName"/>.</summary>
    public required string Contract { get; init; }

    /// <summary>1 (Monday) to 7.</summary>
    public required int ExpectedWeekday { get; init; }

    public required bool ManifestRequired { get; init; }

    /// <summary>Largest file in bytes.</summary>
    public required long SizeLimit { get; init; }

    /// <summary>Whether its files are for several gemeenten at once.</summary>
    public bool IsDistrict => Contract == ContractName.PolitieWeekDistrict;

    /// <summary>In an address: the gemeente, or the district that a file is for.</summary>
    public string Place => IsDistrict ? DeliveryPlaces.District : Tenant.Folder;

    internal bool IsAbout(string supplier, string? contract) => Supplier.Code == supplier
        && (contract is null || ContractName.CountsAs(Contract) == contract);
}

/// <summary>What stands in an address for where a delivery is.</summary>
public static class DeliveryPlaces
{
    /// <summary>In place of a gemeente: a file for several of them.</summary>
    public const string District = "district";
}
