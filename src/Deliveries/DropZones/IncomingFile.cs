using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Takes a claimed file out of the drop zone. Safe to repeat, and from several processes at once.</summary>
internal static class IncomingFile
{
    public static Task<bool> IsTaken(TenantFiles files, Arrival arrival, CancellationToken cancel) =>
        files.Exists(TenantPlace.Incoming, arrival.StoredName, cancel);

    /// <returns>False when the file is gone: somebody removed it before it could be taken.</returns>
    public static async Task<bool> Take(TenantFiles files, Arrival arrival, CancellationToken cancel)
    {
        if (arrival.DropName is null || await IsTaken(files, arrival, cancel))
            return await IsTaken(files, arrival, cancel);
        await Finish(files, arrival, cancel);
        return await IsTaken(files, arrival, cancel);
    }

    /// <summary>
    /// Moves what still lies in the drop zone of it; never over a file that was taken by another process a moment ago.
    /// </summary>
    public static async Task Finish(TenantFiles files, Arrival arrival, CancellationToken cancel)
    {
        var dropped = arrival.DropName!;
        if (arrival.HasManifest)
            await files.Take(
                TenantPlace.Drop, dropped + DropFolder.ManifestSuffix, TenantPlace.Incoming, arrival.ManifestName,
                cancel);
        await files.Take(TenantPlace.Drop, dropped, TenantPlace.Incoming, arrival.StoredName, cancel);
    }
}
