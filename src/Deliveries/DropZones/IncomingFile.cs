using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Takes a claimed file out of the drop folder. Safe to repeat, and from several processes at once.</summary>
internal static class IncomingFile
{
    public static bool IsTaken(TenantFiles files, Arrival arrival) =>
        File.Exists(files.PathOf(TenantPlace.Incoming, arrival.StoredName));

    /// <returns>False when the file is gone: somebody removed it before it could be taken.</returns>
    public static bool Take(TenantFiles files, Arrival arrival)
    {
        if (arrival.DropName is null || IsTaken(files, arrival))
            return IsTaken(files, arrival);
        if (arrival.HasManifest)
            TryMove(files, arrival.DropName + DropFolder.ManifestSuffix, arrival.ManifestName);
        return TryMove(files, arrival.DropName, arrival.StoredName) || IsTaken(files, arrival);
    }

    private static bool TryMove(TenantFiles files, string dropName, string storedName)
    {
        try
        {
            // Never over a file that is there: that one was taken by another process a moment ago.
            File.Move(files.PathOf(TenantPlace.Drop, dropName), files.PathOf(TenantPlace.Incoming, storedName),
                overwrite: false);
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (IOException) when (File.Exists(files.PathOf(TenantPlace.Incoming, storedName)))
        {
            return false;
        }
    }
}
