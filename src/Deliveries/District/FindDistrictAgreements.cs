using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Which gemeenten have an agreement with a supplier for district files today, and what it says.</summary>
internal sealed class FindDistrictAgreements(IDbContextFactory<CatalogueDb> catalogues, TimeProvider time)
{
    /// <summary>By the gemeente's code; only of gemeenten that are on the platform.</summary>
    public async Task<IReadOnlyDictionary<string, Agreement>> Execute(string supplier, CancellationToken cancel)
    {
        var today = time.DutchToday();
        await using var db = await catalogues.CreateDbContextAsync(cancel);
        var (agreements, tenants) = (db.Agreements, db.Tenants);
        var active = tenants.Where(t => t.State == nameof(TenantState.Active)).Select(t => t.Id);
        var inForce = await agreements.AsNoTracking().Where(a => active.Contains(a.Tenant))
            .Where(a => a.Supplier == supplier && a.Contract == ContractName.PolitieWeekDistrict)
            .Where(a => a.From <= today && (a.Until == null || a.Until >= today))
            .OrderByDescending(a => a.From).ToListAsync(cancel);
        return inForce.GroupBy(a => a.Tenant, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    }
}
