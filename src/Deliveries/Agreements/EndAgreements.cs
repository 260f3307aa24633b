using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Takes the agreements and notices of a gemeente out of the catalogue when she leaves the platform.</summary>
public sealed class EndAgreements(CatalogueChanges changes)
{
    public async Task Execute(TenantId tenant, CancellationToken cancel)
    {
        await using var change = await changes.Begin(cancel);
        var (agreements, notices) = (change.Db.Agreements, change.Db.Notices);
        await agreements.Where(a => a.Tenant == tenant.Code).ExecuteDeleteAsync(cancel);
        await notices.Where(n => n.Tenant == tenant.Code).ExecuteDeleteAsync(cancel);
        await change.Commit(cancel);
    }
}
