using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Which gemeenten have an agreement with a supplier for district files today, and what it says.</summary>
internal sealed class FindDistrictAgreements(
    IDbContextFactory<CatalogueDb> catalogues, ITenantCatalogue tenants, TimeProvider time)
{
    /// <summary>By the gemeente's code; only of gemeenten that are on the platform.</summary>
    public async Task<IReadOnlyDictionary<string, Agreement>> Execute(string supplier, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        await using var db = await catalogues.CreateDbContextAsync(cancel);
        var agreements = db.Agreements;
        var inForce = await agreements.AsNoTracking()
            .Where(a => a.Supplier == supplier && a.Contract == ContractName.PolitieWeekDistrict)
            .Where(a => a.From <= today && (a.Until == null || a.Until >= today))
            .OrderByDescending(a => a.From).ToListAsync(cancel);
        var active = (await tenants.List(cancel)).Select(t => t.Id.Code).ToHashSet(StringComparer.Ordinal);
        return inForce.Where(a => active.Contains(a.Tenant)).GroupBy(a => a.Tenant, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    }
}
