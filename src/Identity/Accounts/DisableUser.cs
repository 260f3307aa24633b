using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>
/// Stops somebody's access at one gemeente: her roles there count no more and she is signed out there. What she is
/// elsewhere stays as it is. Without a gemeente it is her whole account, which only the platform may do.
/// </summary>
public sealed class DisableUser
{
    private readonly IDbContextFactory<IdentityDb> _databases;
    private readonly KeepAdministrator _keep;
    private readonly FindPermissions _permissions;
    private readonly EndSessions _end;
    private readonly RecordAccess _record;

    internal DisableUser(
        IDbContextFactory<IdentityDb> databases, KeepAdministrator keep, FindPermissions permissions,
        EndSessions end, RecordAccess record) =>
        (_databases, _keep, _permissions, _end, _record) = (databases, keep, permissions, end, record);

    public async Task<AccessOutcome> Execute(TenantId at, Guid user, string why, Person by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (await _keep.Known.Find(user, at.Code, cancel) is null)
            return new AccessOutcome.Unknown();
        if (await _keep.ObjectionTo(new(at.Code, user, null), by, cancel) is { } objection)
            return new AccessOutcome.Refused(objection);
        await _record.Execute(
            at.Code, new AuditEvent("user.disabled", Pseudonym.Of(user), Purpose: why), by.Actor, cancel);
        await using var db = await _databases.CreateDbContextAsync(cancel);
        if (!await db.Suspensions.AnyAsync(s => s.User == user && s.At == at.Code, cancel))
        {
            db.Suspensions.Add(new Suspension { User = user, At = at.Code, By = by.Actor.Name, Since = _keep.Now });
            await db.SaveChangesAsync(cancel);
        }
        _permissions.Forget(user, at.Code.ToLowerInvariant());
        await _end.OfUserAt(user, at, cancel);
        return new AccessOutcome.Done();
    }

    /// <summary>Puts the whole account out of use; on the platform's record.</summary>
    public async Task<AccessOutcome> Everywhere(Guid user, string why, Actor actor, CancellationToken cancel)
    {
        await _record.Execute("", new AuditEvent("user.disabled", Pseudonym.Of(user), Purpose: why), actor, cancel);
        await using var db = await _databases.CreateDbContextAsync(cancel);
        var changed = await db.Users.Where(u => u.Id == user)
            .ExecuteUpdateAsync(u => u.SetProperty(x => x.IsDisabled, true), cancel);
        await _end.OfUser(user, cancel);
        return changed == 0 ? new AccessOutcome.Unknown() : new AccessOutcome.Done();
    }
}
