using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Tenancy;

/// <summary>Every tenant in the catalogue, also those nobody may open now, by code.</summary>
public sealed class ListTenants
{
    private readonly IDbContextFactory<CatalogueDb> _catalogues;

    internal ListTenants(IDbContextFactory<CatalogueDb> catalogues) => _catalogues = catalogues;

    public async Task<IReadOnlyList<Tenant>> Execute(CancellationToken cancel)
    {
        await using var db = await _catalogues.CreateDbContextAsync(cancel);
        var rows = await db.Tenants.AsNoTracking().OrderBy(t => t.Id).ToListAsync(cancel);
        return [.. rows.Select(row => row.ToTenant())];
    }
}
