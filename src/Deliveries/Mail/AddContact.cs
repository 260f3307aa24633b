using Microsoft.EntityFrameworkCore;
using MimeKit;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Adds an address that hears of the current tenant's feeds from now on.</summary>
public sealed class AddContact(TenantChanges changes)
{
    /// <returns>False when it was there already.</returns>
    /// <exception cref="FormatException">It is no mail address.</exception>
    public async Task<bool> Execute(string address, Actor actor, CancellationToken cancel)
    {
        if (address.Length > MailTables.LongestAddress || !MailboxAddress.TryParse(address, out var parsed)
            || parsed.Address != address || !address.Contains('@', StringComparison.Ordinal))
            throw new FormatException(
                $"Contactadres: '{address}' klopt niet. Het moet zijn: een mailadres zoals veiligheid@gemeente.nl.");
        await using var change = await changes.Begin(cancel);
        var contacts = change.Db.Contacts;
        if (await contacts.AnyAsync(c => c.Address == address, cancel))
            return false;
        contacts.Add(new Contact { Address = address, AddedAt = change.At });
        change.Record(new AuditEvent("contact.added", address), actor);
        await change.Commit(cancel);
        return true;
    }
}
