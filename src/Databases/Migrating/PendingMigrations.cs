using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Databases;

internal static class PendingMigrations
{
    /// <summary>What is still to be applied to come to this migration, or to the last when none is given.</summary>
    public static async Task<IReadOnlyList<string>> PendingUntil(
        this DbContext db, string? target, CancellationToken cancel) =>
    [
        .. (await db.Database.GetPendingMigrationsAsync(cancel))
            .Where(id => target is null || string.CompareOrdinal(id, target) <= 0),
    ];
}
