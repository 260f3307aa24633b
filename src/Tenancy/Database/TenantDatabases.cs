using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Tenancy;

/// <summary>Opens contexts; the options of each tenant are made once.</summary>
internal sealed class TenantDatabases(
    DatabaseEngine engine, GuardConnection guard, ModelParts<TenantDb> tenantParts,
    ModelParts<CatalogueDb> catalogueParts)
    : IDbContextFactory<CatalogueDb>
{
    private readonly ConcurrentDictionary<TenantId, DbContextOptions<TenantDb>> _tenants = new();
    private DbContextOptions<CatalogueDb>? _catalogue;

    public TenantDb Open(TenantId tenant) => new(_tenants.GetOrAdd(tenant, TenantOptions), tenantParts, tenant);

    public CatalogueDb CreateDbContext() => new(_catalogue ??= CatalogueOptions(), catalogueParts);

    private DbContextOptions<TenantDb> TenantOptions(TenantId tenant)
    {
        var options = new DbContextOptionsBuilder<TenantDb>().AddInterceptors(guard);
        engine.UseTenant(options, tenant);
        return options.Options;
    }

    private DbContextOptions<CatalogueDb> CatalogueOptions()
    {
        var options = new DbContextOptionsBuilder<CatalogueDb>().AddInterceptors(guard);
        engine.UseCatalogue(options);
        return options.Options;
    }
}
