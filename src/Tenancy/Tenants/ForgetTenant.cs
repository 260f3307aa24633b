using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Tenancy;

/// <summary>Takes a removed tenant out of the catalogue and of this process's memory.</summary>
internal sealed class ForgetTenant(CatalogueChanges changes, AuditHeads heads, TenantMemory memory)
{
    public async Task Execute(TenantId id, Actor actor, CancellationToken cancel)
    {
        await heads.Remove(id.Code, cancel);
        await using var change = await changes.Begin(cancel);
        await change.Db.Tenants.Where(t => t.Id == id.Code).ExecuteDeleteAsync(cancel);
        await change.Db.RaiseVersion(cancel);
        change.Record(new AuditEvent("tenant.removed", id.Code), actor);
        await change.Commit(cancel);
        memory.Forget(id);
    }
}
