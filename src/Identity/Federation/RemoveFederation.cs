using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>
/// Ends that a gemeente's own provider signs in her people: what they may by their groups ends with it, and so does
/// every session that they have.
/// </summary>
public sealed class RemoveFederation
{
    private readonly IDbContextFactory<IdentityDb> _databases;
    private readonly RecordAccess _record;
    private readonly EndSessions _end;
    private readonly TimeProvider _time;

    internal RemoveFederation(
        IDbContextFactory<IdentityDb> databases, RecordAccess record, EndSessions end, TimeProvider time) =>
        (_databases, _record, _end, _time) = (databases, record, end, time);

    /// <returns>False when there was none.</returns>
    public async Task<bool> Execute(TenantId tenant, Actor actor, CancellationToken cancel)
    {
        var code = tenant.Code;
        await using var db = await _databases.CreateDbContextAsync(cancel);
        var (providers, groups, memberships) = (db.FederatedProviders, db.FederatedGroups, db.Memberships);
        if (!await providers.AnyAsync(p => p.Tenant == code, cancel))
            return false;
        await _record.Execute(code, new AuditEvent("federation.removed", "aanmelddienst"), actor, cancel);
        await providers.Where(p => p.Tenant == code).ExecuteDeleteAsync(cancel);
        await groups.Where(g => g.Tenant == code).ExecuteDeleteAsync(cancel);
        var given = await memberships.Where(m =>
            m.At == code && m.GivenBy == FollowGroups.ByGroups.Name && m.WithdrawnAt == null).ToListAsync(cancel);
        foreach (var membership in given)
            membership.WithdrawnAt = _time.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(cancel);
        foreach (var user in given.Select(m => m.User).Distinct())
            await _end.OfUser(user, cancel);
        return true;
    }
}
