using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>Ends a role, or withdraws a mandate, at once; what she did by it stays on the record.</summary>
public sealed class TakeRole
{
    private readonly IDbContextFactory<IdentityDb> _databases;
    private readonly KeepAdministrator _keep;
    private readonly FindPermissions _permissions;
    private readonly RecordAccess _record;

    internal TakeRole(
        IDbContextFactory<IdentityDb> databases, KeepAdministrator keep, FindPermissions permissions,
        RecordAccess record) =>
        (_databases, _keep, _permissions, _record) = (databases, keep, permissions, record);

    /// <param name="at">Code of the gemeente or supplier it is at; empty on the platform.</param>
    /// <param name="membership">Which role of whom.</param>
    /// <param name="why">For the record.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<AccessOutcome> Execute(
        string at, Guid membership, string why, Person by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        await using var db = await _databases.CreateDbContextAsync(cancel);
        var row = await db.Memberships.SingleOrDefaultAsync(
            m => m.Id == membership && m.At == at && m.WithdrawnAt == null, cancel);
        if (row is null)
            return new AccessOutcome.Unknown();
        if (row.GivenBy == FollowGroups.ByGroups.Name && by.User is not null)
            return new AccessOutcome.Refused(
                "Deze rol volgt uit een groep in het account van de gemeente. Haal de gebruiker daar uit de groep, of "
                + "zet hier de toegang stop.");
        if (await _keep.ObjectionTo(new(at, row.User, row.Id), by, cancel) is { } objection)
            return new AccessOutcome.Refused(objection);
        await _record.Execute(
            at, new AuditEvent("role.taken", $"{RolePermissions.Of(row.Role).Word} · {Pseudonym.Of(row.User)}",
                Purpose: why), by.Actor, cancel);
        row.WithdrawnAt = _keep.Now;
        await db.SaveChangesAsync(cancel);
        _permissions.Forget(row.User, at.ToLowerInvariant());
        return new AccessOutcome.Done();
    }
}
