using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>What somebody may do at a gemeente, a supplier or on the platform; remembered for a moment.</summary>
public sealed class FindPermissions
{
    /// <summary>After so long every process knows of a role that was given or taken.</summary>
    internal static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);

    /// <summary>While the database is away, what was known holds for so long.</summary>
    private static readonly TimeSpan WhileAway = TimeSpan.FromMinutes(5);

    private readonly IDbContextFactory<IdentityDb> _databases;
    private readonly IMemoryCache _memory;
    private readonly TimeProvider _time;

    internal FindPermissions(IDbContextFactory<IdentityDb> databases, IMemoryCache memory, TimeProvider time) =>
        (_databases, _memory, _time) = (databases, memory, time);

    /// <param name="user">Who.</param>
    /// <param name="host">Id of the host's client: a gemeente's code in small letters, or the host's label.</param>
    /// <param name="cancel">Ends the search.</param>
    public async Task<IReadOnlySet<Permission>> At(Guid user, string host, CancellationToken cancel) =>
        (await Find(user, host, cancel)).Permissions;

    public async Task<bool> AnyAt(Guid user, string host, CancellationToken cancel) =>
        (await At(user, host, cancel)).Count > 0;

    /// <summary>Words of the roles by which she has them, in the order of the table.</summary>
    public async Task<IReadOnlyList<string>> RolesAt(Guid user, string host, CancellationToken cancel) =>
        (await Find(user, host, cancel)).Roles;

    /// <summary>What this process remembers of somebody at a host counts no more.</summary>
    internal void Forget(Guid user, string host) => _memory.Remove((nameof(FindPermissions), user, host));

    private async Task<Known> Find(Guid user, string host, CancellationToken cancel)
    {
        var name = (nameof(FindPermissions), user, host);
        var known = _memory.Get<Known>(name);
        if (known is not null && _time.GetUtcNow() - known.At < Remembered)
            return known;
        try
        {
            known = await Read(user, host, cancel);
            _memory.Set(name, known, WhileAway);
            return known;
        }
        catch (Exception failure) when (failure.IsDatabaseTrouble() && known is not null)
        {
            return known;
        }
    }

    private async Task<Known> Read(Guid user, string host, CancellationToken cancel)
    {
        await using var db = await _databases.CreateDbContextAsync(cancel);
        var (memberships, suspensions) = (db.Memberships, db.Suspensions);
        var today = DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime);
        var rows = await memberships.AsNoTracking().Where(m => m.User == user).ToListAsync(cancel);
        var stopped = await suspensions.AsNoTracking().Where(s => s.User == user).Select(s => s.At).ToListAsync(cancel);
        var found = new HashSet<Permission>();
        var roles = new SortedSet<Role>();
        foreach (var membership in rows.Where(m => m.HoldsOn(today) && CountsAt(m, host) && !stopped.Contains(m.At)))
        {
            roles.Add(membership.Role);
            found.UnionWith(RolePermissions.Of(membership.Role).Permissions);
            if (membership.IsExact)
                found.Add(Permission.ReadExactFigures);
            if (membership.IsSensitive)
                found.Add(Permission.ReadSensitiveFigures);
        }
        return new Known(found, [.. roles.Select(r => RolePermissions.Of(r).Word)], _time.GetUtcNow());
    }

    private static bool CountsAt(Membership membership, string host) =>
        RolePermissions.Of(membership.Role).Place switch
        {
            RolePlace.Tenant => membership.At.Equals(host, StringComparison.OrdinalIgnoreCase),
            RolePlace.Region => host == "regio",
            RolePlace.Supplier => host == "aanleveren",
            _ => host == "beheer",
        };

    private sealed record Known(
        IReadOnlySet<Permission> Permissions, IReadOnlyList<string> Roles, DateTimeOffset At);
}
