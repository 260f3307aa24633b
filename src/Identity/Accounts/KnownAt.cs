using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Identity;

/// <summary>Whether somebody is known at a gemeente: she has or had a role there, or was invited there.</summary>
internal sealed class KnownAt(IDbContextFactory<IdentityDb> databases)
{
    /// <returns>Her account, when it is known there; null for anybody else's.</returns>
    public async Task<User?> Find(Guid user, string at, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var (memberships, invitations) = (db.Memberships, db.Invitations);
        return await memberships.AnyAsync(m => m.User == user && m.At == at, cancel)
            || await invitations.AnyAsync(i => i.User == user && i.At == at, cancel)
                ? await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == user, cancel)
                : null;
    }

    /// <summary>Whether her account opens, or was to open, anything that is not of this gemeente.</summary>
    public async Task<bool> ElsewhereThan(Guid user, string at, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var (memberships, invitations) = (db.Memberships, db.Invitations);
        return await memberships.AnyAsync(m => m.User == user && m.At != at && m.WithdrawnAt == null, cancel)
            || await invitations.AnyAsync(i => i.User == user && i.At != at && i.UsedAt == null, cancel);
    }
}
