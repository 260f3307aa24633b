namespace Twente.Igw.Tenancy;

internal sealed class CurrentTenant : ICurrentTenant
{
    private Tenant? _tenant;

    public bool IsResolved => _tenant is not null;

    public Tenant Tenant => _tenant ?? throw new TenantUnresolvedException();

    public void Set(Tenant tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        if (Interlocked.CompareExchange(ref _tenant, tenant, null) is not null)
            throw new TenantAlreadySetException();
    }
}
