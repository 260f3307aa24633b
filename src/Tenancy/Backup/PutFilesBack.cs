namespace Twente.Igw.Tenancy;

/// <summary>
/// Gives a tenant the files of a backup. Archive, quarantine and incoming become as they were, each in one step; what
/// lies in the drop zone now is a delivery nobody has dealt with, so there files are only added.
/// </summary>
internal sealed class PutFilesBack(DataFolder data)
{
    public async Task Execute(TenantId tenant, BackupFile backup, CancellationToken cancel)
    {
        foreach (var place in Enum.GetValues<TenantPlace>())
        {
            var folder = data.PlaceOf(tenant, place);
            var (coming, going) = ($"{folder}.terug", $"{folder}.weg");
            Delete(coming);
            Directory.CreateDirectory(coming);
            foreach (var file in backup.Manifest.Files)
                if (BackupFile.PlaceOf(file) is { } where && where.Place == place)
                    await Extract(backup, file, Path.Combine(coming, where.Name), cancel);
            if (place == TenantPlace.Drop)
                Add(coming, folder);
            else
                Swap(coming, folder, going);
            Delete(coming);
            Delete(going);
        }
    }

    private static async Task Extract(BackupFile backup, BackupPart file, string path, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await backup.Extract(file, path, cancel);
    }

    private static void Swap(string coming, string folder, string going)
    {
        Delete(going);
        if (Directory.Exists(folder))
            Directory.Move(folder, going);
        Directory.Move(coming, folder);
    }

    private static void Add(string coming, string folder)
    {
        foreach (var file in Directory.EnumerateFiles(coming, "*", SearchOption.AllDirectories))
        {
            var path = Path.Combine(folder, Path.GetRelativePath(coming, file));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (!File.Exists(path))
                File.Move(file, path);
        }
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
