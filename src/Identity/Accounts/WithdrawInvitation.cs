using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>
/// Takes back an invitation that was not accepted: its link works no more, and the roles she would have had at this
/// gemeente end.
/// </summary>
public sealed class WithdrawInvitation
{
    private readonly IDbContextFactory<IdentityDb> _databases;
    private readonly KnownAt _known;
    private readonly RecordAccess _record;
    private readonly TimeProvider _time;

    internal WithdrawInvitation(
        IDbContextFactory<IdentityDb> databases, KnownAt known, RecordAccess record, TimeProvider time) =>
        (_databases, _known, _record, _time) = (databases, known, record, time);

    public async Task<AccessOutcome> Execute(TenantId at, Guid user, Person by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (await _known.Find(user, at.Code, cancel) is not { } found)
            return new AccessOutcome.Unknown();
        if (found.PasswordHash is not null || found.Federation.Length > 0)
            return new AccessOutcome.Refused(
                "Deze gebruiker heeft de uitnodiging al aanvaard. Beëindig de rol, of zet de toegang stop.");
        await _record.Execute(
            at.Code, new AuditEvent("invitation.withdrawn", Pseudonym.Of(user)), by.Actor, cancel);
        await using var db = await _databases.CreateDbContextAsync(cancel);
        var (code, now) = (at.Code, _time.GetUtcNow().UtcDateTime);
        var (memberships, invitations) = (db.Memberships, db.Invitations);
        await memberships.Where(m => m.User == user && m.At == code && m.WithdrawnAt == null)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.WithdrawnAt, now), cancel);
        await invitations.Where(i => i.User == user && i.At == code && i.UsedAt == null && i.ExpiresAt > now)
            .ExecuteUpdateAsync(i => i.SetProperty(x => x.ExpiresAt, now), cancel);
        return new AccessOutcome.Done();
    }
}
