using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Takes a mapping out of use; its versions stay, because deliveries were made by them.</summary>
public sealed class RetireMapping(TenantChanges changes)
{
    /// <returns>False when the gemeente has no such mapping.</returns>
    public async Task<bool> Execute(MappingName named, Actor actor, CancellationToken cancel)
    {
        var name = named.Name;
        await using var change = await changes.Begin(cancel);
        var mappings = change.Db.Mappings;
        var row = await mappings.SingleOrDefaultAsync(m => m.Name == name, cancel);
        if (row is null or { IsRetired: true })
            return row is not null;
        (row.Active, row.IsRetired) = (null, true);
        change.Record(new AuditEvent("mapping.retired", $"vertaling {name}"), actor);
        await change.Commit(cancel);
        return true;
    }
}
