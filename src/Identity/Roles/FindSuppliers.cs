using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Identity;

/// <summary>For which suppliers somebody delivers today.</summary>
public sealed class FindSuppliers(IDbContextFactory<IdentityDb> databases, TimeProvider time)
{
    /// <returns>Their codes; asked anew every time, so that a role that was taken counts no more.</returns>
    public async Task<IReadOnlySet<string>> Of(Guid user, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var (memberships, suspensions) = (db.Memberships, db.Suspensions);
        var rows = await memberships.AsNoTracking().Where(m => m.User == user && m.Role == Role.Supplier)
            .ToListAsync(cancel);
        var stopped = await suspensions.AsNoTracking().Where(s => s.User == user).Select(s => s.At).ToListAsync(cancel);
        return rows.Where(m => m.HoldsOn(today) && !stopped.Contains(m.At)).Select(m => m.At)
            .ToHashSet(StringComparer.Ordinal);
    }
}
