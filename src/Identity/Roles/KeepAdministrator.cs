using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>
/// Keeps a gemeente from losing who may give roles: an administrator never ends her own access by accident, and the
/// last one stays. The command line is where a gemeente gets a new one, and is not kept from anything.
/// </summary>
internal sealed class KeepAdministrator(
    IDbContextFactory<IdentityDb> databases, KnownAt known, TimeProvider time)
{
    private static readonly Role[] Managing =
    [
        .. RolePermissions.All.Where(r => RolePermissions.Of(r).Permissions.Contains(Permission.ManageUsers)),
    ];

    public KnownAt Known => known;

    public DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <returns>Why this may not end, in Dutch; null when it may.</returns>
    public async Task<string?> ObjectionTo(EndingAccess ending, Person by, CancellationToken cancel)
    {
        if (by.User is null)
            return null;
        var (at, today) = (ending.At, DateOnly.FromDateTime(Now));
        await using var db = await databases.CreateDbContextAsync(cancel);
        var (memberships, suspensions) = (db.Memberships, db.Suspensions);
        var suspended = await suspensions.AsNoTracking().Where(s => s.At == at).Select(s => s.User).ToListAsync(cancel);
        var managing = (await memberships.AsNoTracking()
                .Where(m => m.At == at && Managing.Contains(m.Role)).ToListAsync(cancel))
            .Where(m => m.HoldsOn(today) && !suspended.Contains(m.User)).ToList();
        var left = managing.Where(m => !ending.Ends(m)).Select(m => m.User).Distinct().ToList();
        if (left.Contains(ending.User) || !managing.Exists(m => m.User == ending.User))
            return null;
        if (ending.User == by.User)
            return "U kunt uw eigen rol van tenantbeheerder niet beëindigen: daarna kunt u dat zelf niet herstellen. "
                + "Vraag het een andere tenantbeheerder.";
        // Who was invited and never came is nobody to rely on.
        var users = db.Users;
        return await users.AnyAsync(
            u => left.Contains(u.Id) && !u.IsDisabled && (u.PasswordHash != null || u.Federation != ""), cancel)
            ? null
            : "Dit is de laatste tenantbeheerder van deze gemeente. Geef eerst iemand anders die rol.";
    }
}

/// <summary>Access that is to end.</summary>
/// <param name="At">Code of the gemeente.</param>
/// <param name="User">Whose.</param>
/// <param name="Membership">Only this role of hers; null for all she has there.</param>
internal sealed record EndingAccess(string At, Guid User, Guid? Membership)
{
    public bool Ends(Membership membership) =>
        Membership is { } one ? membership.Id == one : membership.User == User;
}
