using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Databases;

/// <summary>Brings the catalogue and every tenant's database to this program's schema before work begins.</summary>
public sealed class BringUpToDate(
    DatabaseEngine engine, IDbContextFactory<CatalogueDb> catalogues, ITenantCatalogue tenants, ITenantScopes scopes)
{
    /// <summary>Enough for a verb that works on the catalogue or on one tenant.</summary>
    public async Task Catalogue(CancellationToken cancel)
    {
        await using var db = await catalogues.CreateDbContextAsync(cancel);
        await engine.MigrateCatalogue(db, cancel);
    }

    /// <summary>Everything; one at a time, because SQLite migrations share one lock.</summary>
    public async Task Everything(CancellationToken cancel)
    {
        await Catalogue(cancel);
        foreach (var tenant in await tenants.List(cancel))
        {
            await using var scope = await scopes.Open(tenant.Id, cancel);
            await engine.MigrateTenant(scope.Get<TenantDb>(), cancel);
        }
    }
}
