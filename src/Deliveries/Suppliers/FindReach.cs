using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Looks up what suppliers may reach today.</summary>
public sealed class FindReach(
    IDbContextFactory<CatalogueDb> catalogues, ITenantCatalogue tenants, TimeProvider time)
{
    /// <param name="suppliers">Codes of the suppliers somebody delivers for.</param>
    /// <param name="cancel">Ends the search.</param>
    public async Task<SupplierReach> Execute(IReadOnlySet<string> suppliers, CancellationToken cancel)
    {
        var (today, codes) = (time.DutchToday(), suppliers.ToArray());
        await using var db = await catalogues.CreateDbContextAsync(cancel);
        var agreements = db.Agreements;
        var rows = await agreements.AsNoTracking().Where(a => codes.Contains(a.Supplier))
            .Where(a => a.From <= today && (a.Until == null || a.Until >= today))
            .OrderByDescending(a => a.From).ToListAsync(cancel);
        var names = (await tenants.List(cancel)).ToDictionary(t => t.Id.Code, t => t.Name, StringComparer.Ordinal);
        return new SupplierReach(suppliers,
        [
            .. rows.Where(a => names.ContainsKey(a.Tenant)).DistinctBy(a => (a.Tenant, a.Supplier, a.Contract))
                .Select(a => new ReachedAgreement
                {
                    Id = a.Id, Tenant = TenantId.Parse(a.Tenant), Municipality = names[a.Tenant],
                    Supplier = SupplierCode.Parse(a.Supplier), Contract = a.Contract,
                    ExpectedWeekday = a.ExpectedWeekday, ManifestRequired = a.ManifestRequired,
                    SizeLimit = a.Contract == ContractName.PolitieWeekDistrict
                        ? Agreement.DefaultSizeLimit : a.SizeLimit,
                })
                .OrderBy(a => a.Municipality, StringComparer.Ordinal).ThenBy(a => a.Contract, StringComparer.Ordinal),
        ]);
    }
}
