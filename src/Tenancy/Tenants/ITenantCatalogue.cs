namespace Twente.Igw.Tenancy;

/// <summary>
/// Which tenants exist. Only active tenants are found. One of the three seams another tenancy library would fill.
/// </summary>
public interface ITenantCatalogue
{
    Task<Tenant?> Find(TenantId id, CancellationToken cancel);

    Task<Tenant?> FindByHost(string label, CancellationToken cancel);

    /// <summary>All active tenants whose database fits this program, ordered by code.</summary>
    Task<IReadOnlyList<Tenant>> List(CancellationToken cancel);

    /// <summary>False while the database cannot be reached and what was last known is answered.</summary>
    bool IsCurrent { get; }
}
