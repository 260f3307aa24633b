using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Takes the agreements and notices of a gemeente out of the catalogue when she leaves the platform.</summary>
public sealed class EndAgreements(CatalogueChanges changes)
{
    public async Task Execute(TenantId tenant, CancellationToken cancel)
    {
        await using var change = await changes.Begin(cancel);
        var (agreements, notices, versions) = (change.Db.Agreements, change.Db.Notices, change.Db.AgreementVersions);
        var ids = await agreements.Where(a => a.Tenant == tenant.Code).Select(a => a.Id).ToListAsync(cancel);
        await versions.Where(v => ids.Contains(v.Agreement)).ExecuteDeleteAsync(cancel);
        await agreements.Where(a => a.Tenant == tenant.Code).ExecuteDeleteAsync(cancel);
        await notices.Where(n => n.Tenant == tenant.Code).ExecuteDeleteAsync(cancel);
        await change.Commit(cancel);
    }
}
