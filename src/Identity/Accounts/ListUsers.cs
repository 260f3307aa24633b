using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Identity;

/// <summary>Somebody with an account, and her roles.</summary>
/// <param name="Id">Her id.</param>
/// <param name="Mail">With which she signs in.</param>
/// <param name="Name">As shown.</param>
/// <param name="IsInUse">She accepted her invitation and was not disabled.</param>
/// <param name="Roles">What she is, and where; only roles that hold today.</param>
public sealed record UserLine(
    Guid Id, string Mail, string Name, bool IsInUse, IReadOnlyList<RoleLine> Roles);

/// <summary>A role that somebody has.</summary>
public sealed record RoleLine(Guid Id, Role Role, string At, DateOnly? Until, string Purpose, bool IsExact)
{
    /// <summary>She sees sensitive categories as finely as others, by this mandate.</summary>
    public bool IsSensitive { get; init; }
}

/// <summary>Lists accounts: all of the platform, or those with a role at one gemeente.</summary>
public sealed class ListUsers(IDbContextFactory<IdentityDb> databases, TimeProvider time)
{
    /// <param name="at">Only who has a role at this gemeente, and only those roles; null for everybody.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<IReadOnlyList<UserLine>> Execute(string? at, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var memberships = await db.Memberships.AsNoTracking()
            .Where(m => at == null || m.At == at).ToListAsync(cancel);
        var suspensions = db.Suspensions;
        var stopped = (await suspensions.AsNoTracking().Select(s => new { s.User, s.At }).ToListAsync(cancel))
            .Select(s => (s.User, s.At)).ToHashSet();
        var holding = memberships.Where(m => m.HoldsOn(today) && !stopped.Contains((m.User, m.At)))
            .ToLookup(m => m.User);
        var users = await db.Users.AsNoTracking().OrderBy(u => u.NormalizedEmail)
            .Select(u => new
            {
                u.Id, u.Email, u.DisplayName, u.IsDisabled,
                SignsIn = u.PasswordHash != null || u.Federation != "",
            })
            .ToListAsync(cancel);
        return
        [
            .. users.Where(u => at is null || holding.Contains(u.Id)).Select(u => new UserLine(
                u.Id, u.Email ?? "", u.DisplayName, u.SignsIn && !u.IsDisabled,
                [
                    .. holding[u.Id].Select(m => new RoleLine(m.Id, m.Role, m.At, m.Until, m.Purpose, m.IsExact)
                    {
                        IsSensitive = m.IsSensitive,
                    }),
                ])),
        ];
    }
}
