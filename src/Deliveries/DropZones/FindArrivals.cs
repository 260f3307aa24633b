using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Looks through the current tenant's drop folder and claims every file that has come to rest: a row first, then the
/// file is taken out of the folder in one move. Several processes may look at the same folder.
/// </summary>
internal sealed class FindArrivals(
    TenantFiles files, TenantChanges changes, TenantJobs jobs, DropLooks looks, WaitsForManifest waits)
{
    public async Task<int> Execute(CancellationToken cancel)
    {
        var ready = new List<DropFile>();
        foreach (var file in looks.AtRest(DropFolder.List(files.Folder(TenantPlace.Drop))))
            // A file whose agreement asks for a manifest waits for it, but not for ever.
            if (looks.HasWaitedLongEnough(file) || !await waits.Execute(file, cancel))
                ready.Add(file);
        if (ready.Count == 0)
            return 0;
        var claimed = await Claim(ready, cancel);
        foreach (var arrival in claimed)
            IncomingFile.Take(files, arrival);
        // One job for all of them: more would only hold workers that other gemeenten wait for.
        if (claimed.Count > 0)
        {
            var last = claimed[^1].Number;
            jobs.Enqueue<SettleArrivals>(job => job.Execute(last, CancellationToken.None));
        }
        return claimed.Count;
    }

    private async Task<List<Arrival>> Claim(List<DropFile> ready, CancellationToken cancel)
    {
        await using var change = await changes.Begin(cancel);
        var arrivals = change.Db.Arrivals;
        var waiting = await arrivals.AsNoTracking().Where(a => a.State == ArrivalState.Waiting && a.DropName != null)
            .ToListAsync(cancel);
        // Claimed by another process and not yet taken: the file lying there is that one.
        var claimedElsewhere = waiting.Where(a => !IncomingFile.IsTaken(files, a)).Select(a => a.DropName)
            .ToHashSet(StringComparer.Ordinal);
        var next = await arrivals.MaxAsync(a => (long?)a.Number, cancel) ?? 0;
        List<Arrival> claimed = [.. ready
            .Where(f => !claimedElsewhere.Contains(f.Name) && File.Exists(f.Path))
            .Select(f => new Arrival
            {
                Number = ++next, Supplier = f.Supplier, FileName = f.FileName, DropName = f.Name,
                HasManifest = f.HasManifest, StoredName = $"{Guid.CreateVersion7():N}", FoundAt = change.At,
                Actor = f.Supplier, Origin = "dropzone",
            })];
        arrivals.AddRange(claimed);
        await change.Commit(cancel);
        return claimed;
    }
}
