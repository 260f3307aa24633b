using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Twente.Igw.Tenancy;

/// <summary>Opens contexts; the options of each login are made once.</summary>
internal sealed class TenantDatabases(
    DatabaseEngine engine, IEnumerable<IInterceptor> interceptors, ModelParts<TenantDb> tenantParts,
    ModelParts<CatalogueDb> catalogueParts)
    : IDbContextFactory<CatalogueDb>
{
    private readonly IInterceptor[] _interceptors = [.. interceptors];
    private readonly ConcurrentDictionary<TenantLogin, DbContextOptions<TenantDb>> _tenants = new();
    private readonly DbContextOptions<CatalogueDb> _catalogue =
        new PlatformDatabases(engine, interceptors).Options<CatalogueDb>(PlatformModel.Catalogue);

    public TenantDb Open(TenantLogin login) => new(_tenants.GetOrAdd(login, TenantOptions), tenantParts, login);

    public CatalogueDb CreateDbContext() => new(_catalogue, catalogueParts);

    private DbContextOptions<TenantDb> TenantOptions(TenantLogin login)
    {
        var options = new DbContextOptionsBuilder<TenantDb>().AddInterceptors(_interceptors);
        engine.UseTenant(options, login);
        return options.Options;
    }
}
