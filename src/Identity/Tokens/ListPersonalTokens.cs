using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Identity;

/// <summary>A token of somebody, as she sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">As she called it.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Until">Last day.</param>
/// <param name="UsedAt">When it was last used, to about a minute; null when never.</param>
/// <param name="Holds">Whether it works today.</param>
public sealed record TokenLine(Guid Id, string Name, DateTime MadeAt, DateOnly Until, DateTime? UsedAt, bool Holds);

/// <summary>Lists somebody's own tokens of one use at one gemeente, the newest first.</summary>
public sealed class ListPersonalTokens(IDbContextFactory<IdentityDb> databases, TimeProvider time)
{
    public async Task<IReadOnlyList<TokenLine>> Execute(
        Guid user, string at, TokenUse use, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var tokens = await db.PersonalTokens.AsNoTracking()
            .Where(t => t.User == user && t.At == at && t.Use == use).ToListAsync(cancel);
        var ids = tokens.Select(t => t.Membership).Distinct().ToList();
        var memberships = await db.Memberships.AsNoTracking().Where(m => ids.Contains(m.Id)).ToListAsync(cancel);
        var holding = memberships.Where(m => m.HoldsOn(today)).Select(m => m.Id).ToHashSet();
        return
        [
            .. tokens.OrderByDescending(t => t.MadeAt).Select(t => new TokenLine(
                t.Id, t.Name, t.MadeAt, t.Until, t.UsedAt, t.HoldsOn(today) && holding.Contains(t.Membership))),
        ];
    }
}
