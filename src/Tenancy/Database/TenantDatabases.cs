using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Tenancy;

/// <summary>Opens contexts; the options of each login are made once.</summary>
internal sealed class TenantDatabases(
    DatabaseEngine engine, GuardConnection guard, KeepWithinBudget budget, ModelParts<TenantDb> tenantParts,
    ModelParts<CatalogueDb> catalogueParts)
    : IDbContextFactory<CatalogueDb>
{
    private readonly ConcurrentDictionary<TenantLogin, DbContextOptions<TenantDb>> _tenants = new();
    private DbContextOptions<CatalogueDb>? _catalogue;

    public TenantDb Open(TenantLogin login) => new(_tenants.GetOrAdd(login, TenantOptions), tenantParts, login);

    public CatalogueDb CreateDbContext() => new(_catalogue ??= CatalogueOptions(), catalogueParts);

    private DbContextOptions<TenantDb> TenantOptions(TenantLogin login)
    {
        var options = new DbContextOptionsBuilder<TenantDb>().AddInterceptors(budget, guard);
        engine.UseTenant(options, login);
        return options.Options;
    }

    private DbContextOptions<CatalogueDb> CatalogueOptions()
    {
        var options = new DbContextOptionsBuilder<CatalogueDb>().AddInterceptors(guard);
        engine.UseCatalogue(options);
        return options.Options;
    }
}
