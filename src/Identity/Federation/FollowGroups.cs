using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>
/// Makes the roles that somebody has by her groups follow them: given when she is in one, taken when she is not. A role
/// that a person gave her stays.
/// </summary>
internal sealed class FollowGroups(
    IDbContextFactory<IdentityDb> databases, GiveRole give, FindPermissions permissions, RecordAccess record,
    TimeProvider time)
{
    /// <summary>Who gives and takes these roles; by it they are told from those that a person gave.</summary>
    public static readonly Actor ByGroups = new("groepen van de gemeente", "aanmelding");

    public async Task Execute(Guid user, string tenant, IReadOnlyList<string> groups, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var (table, memberships) = (db.FederatedGroups, db.Memberships);
        var wanted = (await table.AsNoTracking().Where(g => g.Tenant == tenant).ToListAsync(cancel))
            .Where(g => groups.Contains(g.Group, StringComparer.Ordinal)).Select(g => g.Role).ToHashSet();
        var had = await memberships.Where(m =>
                m.User == user && m.At == tenant && m.GivenBy == ByGroups.Name && m.WithdrawnAt == null)
            .ToListAsync(cancel);
        foreach (var gone in had.Where(m => !wanted.Contains(m.Role)))
        {
            await record.Execute(
                tenant, new AuditEvent("role.taken", RolePermissions.Of(gone.Role).Word), ByGroups, cancel);
            gone.WithdrawnAt = time.GetUtcNow().UtcDateTime;
            await db.SaveChangesAsync(cancel);
        }
        foreach (var role in wanted.Except(had.Select(m => m.Role)).Order())
            await give.Execute(user, new NewMembership { Role = role, At = tenant }, ByGroups, cancel);
        permissions.Forget(user, tenant.ToLowerInvariant());
    }
}
