namespace Twente.Igw.Tenancy;

/// <summary>Keeps files in the data folder: <c>&lt;data&gt;/drop/gm0153</c> and its neighbours.</summary>
internal sealed class FolderStore(DataFolder data, TimeProvider time) : FileStore
{
    public override bool IsWholeWhenSeen => false;

    public string FolderOf(FilePlace place) => Path.Combine(data.Root, place.Kind, place.Owner);

    public string PathOf(FileAddress file) => Path.Combine(FolderOf(file.Place), file.Name);

    public override Task Make(FilePlace place, CancellationToken cancel)
    {
        Directory.CreateDirectory(FolderOf(place));
        return Task.CompletedTask;
    }

    public override Task Remove(FilePlace place, CancellationToken cancel)
    {
        Delete(FolderOf(place));
        return Task.CompletedTask;
    }

    public override Task<IReadOnlyList<StoredFile>> List(FilePlace place, CancellationToken cancel)
    {
        var found = new List<StoredFile>();
        Collect(new DirectoryInfo(FolderOf(place)), "", found);
        found.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return Task.FromResult<IReadOnlyList<StoredFile>>(found);
    }

    /// <summary>Plain files and folders only: a link could lead into another tenant's folder.</summary>
    private static void Collect(DirectoryInfo folder, string prefix, List<StoredFile> found)
    {
        if (!folder.Exists)
            return;
        foreach (var one in folder.EnumerateFileSystemInfos().Where(one => one.LinkTarget is null))
            if (one is DirectoryInfo deeper)
                Collect(deeper, $"{prefix}{deeper.Name}/", found);
            else if (one is FileInfo { Exists: true } file && file.Extension != ".tmp")
                found.Add(new StoredFile(prefix + file.Name, file.Length, file.LastWriteTimeUtc, Tag: null));
    }

    public override Task<StoredFile?> Look(FileAddress file, CancellationToken cancel)
    {
        var found = new FileInfo(PathOf(file));
        return Task.FromResult(
            found.Exists ? new StoredFile(file.Name, found.Length, found.LastWriteTimeUtc, Tag: null) : null);
    }

    public override Task<LocalFile?> Read(FileAddress file, CancellationToken cancel) =>
        Task.FromResult(File.Exists(PathOf(file)) ? new LocalFile(PathOf(file), isCopy: false) : null);

    public override async Task Write(FileAddress file, Stream content, CancellationToken cancel)
    {
        var path = PathOf(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // A name of this writer's own: two processes may write the same file at once.
        var temporary = $"{path}.{Guid.CreateVersion7():N}.tmp";
        try
        {
            await using (var copy = File.Create(temporary))
            {
                await content.CopyToAsync(copy, cancel);
                copy.Flush(flushToDisk: true);
            }
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            // Left only when the disk is full: then every byte counts.
            File.Delete(temporary);
        }
    }

    public override Task<bool> Move(FileAddress from, FileAddress to, bool replace, CancellationToken cancel)
    {
        var moved = TryMove(PathOf(from), PathOf(to), replace);
        if (moved && to.Place == FilePlace.PlatformQuarantine)
            // Its age in quarantine counts from now, whatever time the supplier's copy carried.
            File.SetLastWriteTimeUtc(PathOf(to), time.GetUtcNow().UtcDateTime);
        return Task.FromResult(moved);
    }

    private static bool TryMove(string from, string to, bool replace)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Move(from, to, replace);
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (IOException) when (!replace && File.Exists(to))
        {
            return false;
        }
    }

    public override Task Delete(FileAddress file, CancellationToken cancel)
    {
        if (Directory.Exists(FolderOf(file.Place)))
            File.Delete(PathOf(file));
        return Task.CompletedTask;
    }

    /// <summary>In one step, so that a killed run leaves the place as it was or as it becomes.</summary>
    public override async Task Fill(
        FilePlace place, IReadOnlyList<ComingFile> files, bool keepOthers, CancellationToken cancel)
    {
        var folder = FolderOf(place);
        var (coming, going) = ($"{folder}.terug", $"{folder}.weg");
        Delete(coming);
        Directory.CreateDirectory(coming);
        foreach (var file in files)
        {
            var path = Path.Combine(coming, file.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await file.ExtractTo(path, cancel);
        }
        if (keepOthers)
            Add(coming, folder);
        else
            Swap(coming, folder, going);
        Delete(coming);
        Delete(going);
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
            TryMove(file, Path.Combine(folder, Path.GetRelativePath(coming, file)), replace: false);
    }

    public override Task<IReadOnlyDictionary<string, string>> Labels(FileAddress file, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>(StringComparer.Ordinal));

    public override Task Reach(CancellationToken cancel)
    {
        using var one = Directory.EnumerateFileSystemEntries(data.Root).GetEnumerator();
        one.MoveNext();
        return Task.CompletedTask;
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
