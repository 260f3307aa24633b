using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Looks through the current tenant's drop zone and claims every file that has come to rest: a row first, then the
/// file is taken out of the drop zone in one move. Several processes may look at the same drop zone.
/// </summary>
internal sealed class FindArrivals(
    TenantFiles files, ClaimArrivals claim, TenantJobs jobs, DropLooks looks, WaitsForManifest waits)
{
    public async Task<int> Execute(CancellationToken cancel)
    {
        var ready = new List<DropFile>();
        var there = DropFolder.Deliverable(await files.List(TenantPlace.Drop, cancel));
        foreach (var file in files.AreWholeWhenSeen ? there : looks.AtRest(there))
            // A file whose agreement asks for a manifest waits for it, but not for ever.
            if (looks.HasWaitedLongEnough(file) || !await waits.Execute(file, cancel))
                ready.Add(file);
        if (ready.Count == 0)
            return 0;
        var claimed = await claim.Execute(ready, cancel);
        // One job for all of them: more would only hold workers that other gemeenten wait for.
        if (claimed.Count > 0)
        {
            var last = claimed[^1].Number;
            jobs.Enqueue<SettleArrivals>(job => job.Execute(last, CancellationToken.None));
        }
        // What fails here is done again when the arrival is dealt with.
        foreach (var arrival in claimed)
            await IncomingFile.Take(files, arrival, cancel);
        return claimed.Count;
    }
}
