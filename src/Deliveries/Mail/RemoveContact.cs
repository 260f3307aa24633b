using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Takes away an address that heard of the current tenant's feeds.</summary>
public sealed class RemoveContact(TenantChanges changes)
{
    /// <returns>False when it was not there.</returns>
    public async Task<bool> Execute(string address, Actor actor, CancellationToken cancel)
    {
        await using var change = await changes.Begin(cancel);
        var contacts = change.Db.Contacts;
        var contact = await contacts.SingleOrDefaultAsync(c => c.Address == address, cancel);
        if (contact is null)
            return false;
        contacts.Remove(contact);
        change.Record(new AuditEvent("contact.removed", address), actor);
        await change.Commit(cancel);
        return true;
    }
}
