using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>Undoes <see cref="DisableUser"/>: her roles that did not end meanwhile count again.</summary>
public sealed class EnableUser
{
    private readonly IDbContextFactory<IdentityDb> _databases;
    private readonly KnownAt _known;
    private readonly FindPermissions _permissions;
    private readonly RecordAccess _record;

    internal EnableUser(
        IDbContextFactory<IdentityDb> databases, KnownAt known, FindPermissions permissions, RecordAccess record) =>
        (_databases, _known, _permissions, _record) = (databases, known, permissions, record);

    public async Task<AccessOutcome> Execute(TenantId at, Guid user, Person by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (await _known.Find(user, at.Code, cancel) is null)
            return new AccessOutcome.Unknown();
        await _record.Execute(at.Code, new AuditEvent("user.enabled", Pseudonym.Of(user)), by.Actor, cancel);
        await using var db = await _databases.CreateDbContextAsync(cancel);
        var (suspensions, code) = (db.Suspensions, at.Code);
        await suspensions.Where(s => s.User == user && s.At == code).ExecuteDeleteAsync(cancel);
        _permissions.Forget(user, code.ToLowerInvariant());
        return new AccessOutcome.Done();
    }

    /// <summary>Puts the whole account back into use; on the platform's record.</summary>
    public async Task<AccessOutcome> Everywhere(Guid user, Actor actor, CancellationToken cancel)
    {
        await _record.Execute("", new AuditEvent("user.enabled", Pseudonym.Of(user)), actor, cancel);
        await using var db = await _databases.CreateDbContextAsync(cancel);
        return await db.Users.Where(u => u.Id == user)
            .ExecuteUpdateAsync(u => u.SetProperty(x => x.IsDisabled, false), cancel) == 0
                ? new AccessOutcome.Unknown() : new AccessOutcome.Done();
    }
}
