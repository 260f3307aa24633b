using System.Collections.Concurrent;

namespace Twente.Igw.Tenancy;

/// <summary>
/// What a process remembers for a tenant. The key always holds the current tenant, so a value made for one gemeente
/// cannot be found by another.
/// </summary>
public sealed class TenantCache(ICurrentTenant current, TenantMemory memory)
{
    /// <summary>The remembered value of this type, made and remembered when there is none.</summary>
    public T GetOrAdd<T>(Func<T> make) where T : class =>
        (T)memory.Values.GetOrAdd((current.Tenant.Id, typeof(T)), _ => make());
}

/// <summary>The values of all tenants in this process; reached through <see cref="TenantCache"/> only.</summary>
public sealed class TenantMemory
{
    internal ConcurrentDictionary<(TenantId, Type), object> Values { get; } = new();

    internal void Forget(TenantId tenant)
    {
        foreach (var key in Values.Keys.Where(k => k.Item1 == tenant))
            Values.TryRemove(key, out _);
    }
}
