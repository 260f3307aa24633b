using System.Collections.Concurrent;

namespace Twente.Igw.Tenancy;

/// <summary>
/// What a process remembers for a tenant. The key always holds the current tenant, so a value made for one gemeente
/// cannot be found by another; and which of her databases, so that none outlives a restore.
/// </summary>
public sealed class TenantCache(ICurrentTenant current, TenantMemory memory)
{
    /// <summary>The remembered value of this type, made and remembered when there is none.</summary>
    public T GetOrAdd<T>(Func<T> make) where T : class =>
        (T)memory.Values.GetOrAdd((current.Tenant.Id, current.Tenant.Renewals, typeof(T)), key =>
        {
            memory.Forget(key.Tenant, before: key.Renewal);
            return make();
        });
}

/// <summary>The values of all tenants in this process; reached through <see cref="TenantCache"/> only.</summary>
public sealed class TenantMemory
{
    internal ConcurrentDictionary<(TenantId Tenant, int Renewal, Type Type), object> Values { get; } = new();

    internal void Forget(TenantId tenant, int before = int.MaxValue)
    {
        foreach (var key in Values.Keys.Where(k => k.Tenant == tenant && k.Renewal < before))
            Values.TryRemove(key, out _);
    }
}
