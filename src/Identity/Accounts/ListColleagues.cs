using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>How somebody stands at a gemeente.</summary>
public enum ColleagueState
{
    InUse,

    /// <summary>Her link works and she has not used it.</summary>
    Invited,

    /// <summary>Her link ran out, or was taken back.</summary>
    NotAccepted,

    /// <summary>Her access here was stopped.</summary>
    Disabled,

    /// <summary>She has no role here any more.</summary>
    WithoutRole,
}

/// <summary>Somebody who has or had something to do at one gemeente; nothing of elsewhere.</summary>
public sealed record Colleague
{
    public required Guid Id { get; init; }

    /// <summary>With which she signs in; empty for an account of the gemeente's own provider.</summary>
    public required string Mail { get; init; }

    public required string Name { get; init; }

    public required ColleagueState State { get; init; }

    /// <summary>Signed in by the gemeente's own provider.</summary>
    public required bool IsFederated { get; init; }

    /// <summary>When she last signed in at this gemeente, UTC.</summary>
    public required DateTime? SignedInAt { get; init; }

    public required DateTime? InvitedUntil { get; init; }

    /// <summary>On how many browsers she is signed in here now.</summary>
    public required int Tickets { get; init; }

    /// <summary>Those that hold first, then the ended ones, newest first.</summary>
    public required IReadOnlyList<HeldRole> Roles { get; init; }
}

/// <summary>A role that somebody has or had.</summary>
public sealed record HeldRole
{
    public required Guid Id { get; init; }

    public required Role Role { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly? Until { get; init; }

    public required string Purpose { get; init; }

    /// <summary>What it lets her see beyond her role, in words.</summary>
    public required IReadOnlyList<string> Flags { get; init; }

    public required string GivenBy { get; init; }

    public required DateTime? WithdrawnAt { get; init; }

    /// <summary>Whether it counts today.</summary>
    public required bool Holds { get; init; }

    /// <summary>Follows from a group at the gemeente's provider, and is ended there.</summary>
    public bool IsByGroup => GivenBy == FollowGroups.ByGroups.Name;

    internal static HeldRole Of(Membership membership, DateOnly today) => new()
    {
        Id = membership.Id, Role = membership.Role, From = membership.From, Until = membership.Until,
        Purpose = membership.Purpose, Flags = [.. membership.Flags], GivenBy = membership.GivenBy,
        WithdrawnAt = membership.WithdrawnAt, Holds = membership.HoldsOn(today),
    };
}

/// <summary>Lists everybody who has or had a role at one gemeente, or was invited there.</summary>
public sealed class ListColleagues(IDbContextFactory<IdentityDb> databases, TimeProvider time)
{
    public async Task<IReadOnlyList<Colleague>> Execute(TenantId at, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var found = await Read(db, at.Code, cancel);
        var ids = found.Memberships.Select(m => m.Key).Union(found.Invitations.Select(i => i.Key)).ToList();
        var users = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToListAsync(cancel);
        return
        [
            .. users.Select(u => Make(u, found)).OrderBy(c => c.State == ColleagueState.WithoutRole)
                .ThenBy(c => c.Name, StringComparer.Ordinal).ThenBy(c => c.Mail, StringComparer.Ordinal),
        ];
    }

    private static async Task<Found> Read(IdentityDb db, string at, CancellationToken cancel)
    {
        var (memberships, invitations, suspensions, tickets) =
            (db.Memberships, db.Invitations, db.Suspensions, db.Tickets);
        return new Found(
            (await memberships.AsNoTracking().Where(m => m.At == at).ToListAsync(cancel)).ToLookup(m => m.User),
            (await invitations.AsNoTracking().Where(i => i.At == at).ToListAsync(cancel)).ToLookup(i => i.User),
            [.. await suspensions.AsNoTracking().Where(s => s.At == at).Select(s => s.User).ToListAsync(cancel)],
            (await tickets.AsNoTracking().Where(t => t.Tenant == at).Select(t => t.User).ToListAsync(cancel))
                .ToLookup(t => t));
    }

    private Colleague Make(User user, Found found)
    {
        var (now, roles) = (time.GetUtcNow().UtcDateTime, found.Memberships[user.Id].ToList());
        var today = DateOnly.FromDateTime(now);
        var until = found.Invitations[user.Id].Where(i => i.UsedAt == null && i.ExpiresAt > now)
            .Max(i => (DateTime?)i.ExpiresAt);
        var isUsed = user.PasswordHash is not null || user.Federation.Length > 0;
        return new Colleague
        {
            Id = user.Id, Mail = user.Federation.Length > 0 ? "" : user.Email ?? "", Name = user.DisplayName,
            IsFederated = user.Federation.Length > 0, SignedInAt = roles.Max(r => r.SignedInAt),
            InvitedUntil = isUsed ? null : until, Tickets = found.Tickets[user.Id].Count(),
            State = found.Suspended.Contains(user.Id) ? ColleagueState.Disabled
                : !isUsed ? until is null ? ColleagueState.NotAccepted : ColleagueState.Invited
                : roles.Exists(r => r.HoldsOn(today)) ? ColleagueState.InUse : ColleagueState.WithoutRole,
            Roles =
            [
                .. roles.Select(r => HeldRole.Of(r, today)).OrderByDescending(r => r.Holds)
                    .ThenByDescending(r => r.From).ThenBy(r => r.Role),
            ],
        };
    }

    private sealed record Found(
        ILookup<Guid, Membership> Memberships, ILookup<Guid, Invitation> Invitations, HashSet<Guid> Suspended,
        ILookup<Guid, Guid> Tickets);
}
