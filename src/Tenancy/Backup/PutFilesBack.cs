namespace Twente.Igw.Tenancy;

/// <summary>
/// Gives a tenant the files of a backup. Archive, quarantine and incoming become as they were; what lies in the drop
/// zone now is a delivery nobody has dealt with, so there files are only added.
/// </summary>
internal sealed class PutFilesBack(FileStore files)
{
    public async Task Execute(TenantId tenant, BackupFile backup, CancellationToken cancel)
    {
        foreach (var place in Enum.GetValues<TenantPlace>())
            await files.Fill(
                FilePlace.Of(tenant, place), [.. Coming(backup, place)], keepOthers: place == TenantPlace.Drop, cancel);
    }

    private static IEnumerable<ComingFile> Coming(BackupFile backup, TenantPlace place)
    {
        foreach (var file in backup.Manifest.Files)
            if (BackupFile.PlaceOf(file) is { } where && where.Place == place)
                yield return new ComingFile(where.Name, (path, cancel) => backup.Extract(file, path, cancel));
    }
}
