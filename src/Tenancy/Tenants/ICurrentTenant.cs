namespace Twente.Igw.Tenancy;

/// <summary>
/// The tenant of this request, job or command. Set once per scope; reading it before that throws, so nothing ever
/// works "for no tenant" by accident. One of the three seams another tenancy library would fill.
/// </summary>
public interface ICurrentTenant
{
    bool IsResolved { get; }

    /// <exception cref="TenantUnresolvedException">No tenant was set in this scope.</exception>
    Tenant Tenant { get; }

    /// <exception cref="TenantAlreadySetException">This scope already works for a tenant.</exception>
    void Set(Tenant tenant);
}

/// <summary>Something asked for a tenant's belongings in a scope that has no tenant.</summary>
public sealed class TenantUnresolvedException()
    : InvalidOperationException("No tenant is set in this scope: open one with ITenantScopes or resolve it by host.");

/// <summary>A second tenant was set in a scope that already has one.</summary>
public sealed class TenantAlreadySetException()
    : InvalidOperationException("This scope already works for a tenant; a scope never changes tenant.");
