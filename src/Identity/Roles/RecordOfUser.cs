using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>
/// Puts on the record what somebody does to her own account: at each gemeente where she has a role today, as each
/// answers for who gets in; at the platform when she has none. When that fails nothing else is done.
/// </summary>
internal sealed class RecordOfUser(
    IDbContextFactory<IdentityDb> databases, RecordAccess record, TimeProvider time)
{
    public async Task Execute(Guid user, AuditEvent what, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        List<Membership> memberships;
        await using (var db = await databases.CreateDbContextAsync(cancel))
            memberships = await db.Memberships.AsNoTracking().Where(m => m.User == user).ToListAsync(cancel);
        var homes = memberships.Where(m => m.HoldsOn(today) && TenantId.TryParse(m.At, out _)).Select(m => m.At)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).DefaultIfEmpty("");
        foreach (var at in homes)
            await record.Execute(at, what, new Actor(Pseudonym.Of(user), "aanmelden"), cancel);
    }
}
