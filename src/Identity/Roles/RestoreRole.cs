using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>Undoes <see cref="TakeRole"/> for a while: the role is again what it was, with the same end.</summary>
public sealed class RestoreRole
{
    /// <summary>After this it is given anew, and a mandate approved anew.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromHours(1);

    private readonly IDbContextFactory<IdentityDb> _databases;
    private readonly FindPermissions _permissions;
    private readonly RecordAccess _record;
    private readonly TimeProvider _time;

    internal RestoreRole(
        IDbContextFactory<IdentityDb> databases, FindPermissions permissions, RecordAccess record,
        TimeProvider time) =>
        (_databases, _permissions, _record, _time) = (databases, permissions, record, time);

    public async Task<AccessOutcome> Execute(TenantId at, Guid membership, Person by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        var (code, now) = (at.Code, _time.GetUtcNow().UtcDateTime);
        await using var db = await _databases.CreateDbContextAsync(cancel);
        var row = await db.Memberships.SingleOrDefaultAsync(m => m.Id == membership && m.At == code, cancel);
        if (row?.WithdrawnAt is not { } withdrawn)
            return new AccessOutcome.Unknown();
        if (now - withdrawn > Within)
            return new AccessOutcome.Refused(
                $"Dit kan tot {Within.TotalMinutes:0} minuten na het beëindigen. Geef de rol opnieuw.");
        await _record.Execute(
            code, new AuditEvent("role.restored", $"{RolePermissions.Of(row.Role).Word} · {Pseudonym.Of(row.User)}"),
            by.Actor, cancel);
        row.WithdrawnAt = null;
        await db.SaveChangesAsync(cancel);
        _permissions.Forget(row.User, code.ToLowerInvariant());
        return new AccessOutcome.Done();
    }
}
