using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Deletes files with another gemeente's rows fourteen days after they were set apart.</summary>
internal sealed class EmptyPlatformQuarantine(PlatformFiles files, CatalogueChanges changes, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    public async Task Execute(CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var past = (await files.List(PlatformPlace.Quarantine, cancel)).Where(f => now - f.ChangedAt > Kept).ToList();
        if (past.Count == 0)
            return;
        await using var change = await changes.Begin(cancel);
        foreach (var file in past)
        {
            await files.Delete(PlatformPlace.Quarantine, file.Name, cancel);
            change.Record(new AuditEvent("quarantine.destroyed", file.Name), Actor.Platform);
        }
        await change.Commit(cancel);
    }
}
