using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Databases;

/// <summary>Makes the platform's own databases and principals, and brings them to this program's schema.</summary>
internal sealed class MigratePlatform(DatabaseEngine engine, KeepJobs jobs, IEnumerable<PlatformContext> contexts)
{
    private readonly PlatformContext[] _contexts = [.. contexts.OrderBy(c => c.Model)];

    /// <summary>To be done while holding the migrators' lock.</summary>
    /// <returns>The migrations that were applied now, of each model.</returns>
    public async Task<IReadOnlyDictionary<PlatformModel, IReadOnlyList<string>>> Execute(CancellationToken cancel)
    {
        await engine.ProvisionPlatform(cancel);
        await jobs.Prepare(cancel);
        var applied = new SortedDictionary<PlatformModel, IReadOnlyList<string>>();
        foreach (var context in _contexts)
        {
            await using var db = context.Open();
            applied[context.Model] = await engine.MigratePlatform(db, cancel);
        }
        return applied;
    }

    /// <summary>The first model that is older than this program; null when none is.</summary>
    public async Task<PlatformModel?> FindOlder(CancellationToken cancel)
    {
        foreach (var context in _contexts)
            if (await IsOlder(context, cancel))
                return context.Model;
        return null;
    }

    private static async Task<bool> IsOlder(PlatformContext context, CancellationToken cancel)
    {
        await using var db = context.Open();
        try
        {
            return (await db.Database.GetPendingMigrationsAsync(cancel)).Any();
        }
        catch (DbException) when (context.Model != PlatformModel.Catalogue)
        {
            // The server answered for the catalogue just now: this model was never made there.
            return true;
        }
    }
}
