using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Looks up the agreement in force today between this gemeente and a supplier, for a contract.</summary>
internal sealed class FindAgreement(
    IDbContextFactory<CatalogueDb> catalogues, ICurrentTenant current, TimeProvider time)
{
    public async Task<Agreement?> Execute(string supplier, string contract, CancellationToken cancel)
    {
        var (tenant, today) = (current.Tenant.Id.Code, time.DutchToday());
        await using var db = await catalogues.CreateDbContextAsync(cancel);
        return await db.Agreements.AsNoTracking()
            .Where(a => a.Tenant == tenant && a.Supplier == supplier && a.Contract == contract)
            .Where(a => a.From <= today && (a.Until == null || a.Until >= today))
            .OrderByDescending(a => a.From)
            .FirstOrDefaultAsync(cancel);
    }
}
