using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// All that somebody who delivers may reach today: what the agreements of her suppliers name, and nothing else. What is
/// not in it does not exist for her.
/// </summary>
/// <param name="Suppliers">Codes of the suppliers she delivers for.</param>
/// <param name="Agreements">Those in force with gemeenten that are on the platform.</param>
public sealed record SupplierReach(
    IReadOnlySet<string> Suppliers, IReadOnlyList<ReachedAgreement> Agreements)
{
    /// <summary>The gemeenten it names, each once, by name.</summary>
    public IReadOnlyList<(TenantId Id, string Name)> Municipalities { get; } =
        [.. Agreements.Select(a => (a.Tenant, a.Municipality)).Distinct()
            .OrderBy(m => m.Municipality, StringComparer.Ordinal)];

    /// <summary>Reads the gemeente of an address; only one that an agreement names.</summary>
    public TenantId? Find(string place) => Agreements.Select(a => (TenantId?)a.Tenant)
        .FirstOrDefault(t => string.Equals(t!.Value.Folder, place, StringComparison.Ordinal));

    /// <summary>Whether a delivery of this supplier to this gemeente is hers to see.</summary>
    /// <param name="tenant">The gemeente.</param>
    /// <param name="supplier">Who delivered.</param>
    /// <param name="contract">Under which it counts; null while its name named none.</param>
    internal bool Holds(TenantId tenant, string supplier, string? contract) =>
        Suppliers.Contains(supplier) && Agreements.Any(a => a.Tenant == tenant && a.IsAbout(supplier, contract));

    /// <summary>The feeds she reaches at a gemeente, as deliveries are stored.</summary>
    internal IReadOnlyList<(string Supplier, string Contract)> FeedsAt(TenantId tenant) =>
        [.. Agreements.Where(a => a.Tenant == tenant)
            .Select(a => (a.Supplier.Code, ContractName.CountsAs(a.Contract))).Distinct()];
}
