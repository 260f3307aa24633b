using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>
/// Takes out all that opened a gemeente which left the platform: roles, tickets, tokens, invitations, her provider and
/// her client; and every account that is nobody anywhere without it. Safe to repeat.
/// </summary>
public sealed class EndAccess
{
    private readonly IDbContextFactory<IdentityDb> _databases;
    private readonly IServiceScopeFactory _scopes;
    private readonly RecordAccess _record;

    internal EndAccess(
        IDbContextFactory<IdentityDb> databases, IServiceScopeFactory scopes, RecordAccess record) =>
        (_databases, _scopes, _record) = (databases, scopes, record);

    public async Task Execute(TenantId tenant, Actor actor, CancellationToken cancel)
    {
        var (code, client) = (tenant.Code, tenant.Code.ToLowerInvariant());
        await using var db = await _databases.CreateDbContextAsync(cancel);
        var members = await db.Memberships.Where(m => m.At == code).Select(m => m.User).Distinct().ToListAsync(cancel);
        if (members.Count > 0)
            // First on the record: when that fails nobody was forgotten.
            await _record.Execute(
                "", new AuditEvent("tenant.access-ended", $"{code}, {members.Count} gebruikers"), actor, cancel);
        await db.Tickets.Where(t => t.Tenant == code).ExecuteDeleteAsync(cancel);
        await db.PersonalTokens.Where(t => t.At == code).ExecuteDeleteAsync(cancel);
        await db.Invitations.Where(i => i.At == code).ExecuteDeleteAsync(cancel);
        await db.Suspensions.Where(s => s.At == code).ExecuteDeleteAsync(cancel);
        await db.FederatedGroups.Where(g => g.Tenant == code).ExecuteDeleteAsync(cancel);
        await db.FederatedProviders.Where(p => p.Tenant == code).ExecuteDeleteAsync(cancel);
        await ForgetPeople(db, members, code, cancel);
        await db.Memberships.Where(m => m.At == code).ExecuteDeleteAsync(cancel);
        await ForgetClient(db, client, cancel);
    }

    /// <summary>Her roles go last: a run that is killed finds by them whom it had not come to.</summary>
    private static async Task ForgetPeople(
        IdentityDb db, IReadOnlyList<Guid> members, string code, CancellationToken cancel)
    {
        foreach (var user in members)
        {
            if (await db.Memberships.AnyAsync(m => m.User == user && m.At != code, cancel))
                continue;
            await db.Tickets.Where(t => t.User == user).ExecuteDeleteAsync(cancel);
            await db.Invitations.Where(i => i.User == user).ExecuteDeleteAsync(cancel);
            // What the account has of its own goes with it.
            await db.Users.Where(u => u.Id == user).ExecuteDeleteAsync(cancel);
        }
    }

    private async Task ForgetClient(IdentityDb db, string client, CancellationToken cancel)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var clients = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        if (await clients.FindByClientIdAsync(client, cancel) is { } known)
            await clients.DeleteAsync(known, cancel);
        var use = ServerKeyUse.Client(client);
        await db.ServerKeys.Where(k => k.Use == use).ExecuteDeleteAsync(cancel);
    }
}
