using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Who hears of the current tenant's feeds, and how many mails still wait to be sent.</summary>
public sealed class ListContacts(TenantDb db)
{
    public async Task<IReadOnlyList<string>> Execute(CancellationToken cancel)
    {
        var contacts = db.Contacts;
        return await contacts.AsNoTracking().OrderBy(c => c.Address).Select(c => c.Address).ToListAsync(cancel);
    }

    public Task<int> Unsent(CancellationToken cancel)
    {
        var mails = db.OutgoingMails;
        return mails.CountAsync(m => m.SentAt == null, cancel);
    }
}
