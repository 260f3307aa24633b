using Microsoft.Extensions.DependencyInjection;

namespace Twente.Igw.Tenancy;

/// <summary>A stretch of work for one tenant, with its own services.</summary>
public sealed class TenantScope : IAsyncDisposable
{
    private readonly AsyncServiceScope _scope;

    internal TenantScope(AsyncServiceScope scope, Tenant tenant) => (_scope, Tenant) = (scope, tenant);

    public Tenant Tenant { get; }

    public T Get<T>() where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    internal object GetOrCreate(Type type) =>
        ActivatorUtilities.GetServiceOrCreateInstance(_scope.ServiceProvider, type);

    public ValueTask DisposeAsync() => _scope.DisposeAsync();
}

internal sealed class TenantScopes(
    IServiceScopeFactory scopes, ITenantCatalogue catalogue, DatabaseEngine engine) : ITenantScopes
{
    public async Task<TenantScope> Open(TenantId id, CancellationToken cancel)
    {
        var tenant = await catalogue.Find(id, cancel) ?? throw new UnknownTenantException(id);
        if (tenant.IsOlderThan(engine.TenantSchema))
            throw new TenantOutdatedException(id);
        return OpenClosed(tenant);
    }

    /// <summary>Work on a tenant that nobody else may open: its database is being put back.</summary>
    public TenantScope OpenClosed(Tenant tenant)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ICurrentTenant>().Set(tenant);
        return new TenantScope(scope, tenant);
    }
}
