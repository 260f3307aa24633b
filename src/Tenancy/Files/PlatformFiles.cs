namespace Twente.Igw.Tenancy;

/// <summary>Files of no tenant: those for several gemeenten, and what was set apart from all of them.</summary>
public sealed class PlatformFiles
{
    private readonly FileStore _store;

    internal PlatformFiles(FileStore store) => _store = store;

    /// <summary>Whether a file is visible only once it is whole; otherwise it may still be growing.</summary>
    public bool AreWholeWhenSeen => _store.IsWholeWhenSeen;

    public async Task<IReadOnlyList<StoredFile>> List(PlatformPlace place, CancellationToken cancel) =>
        await _store.List(In(place), cancel);

    public async Task<bool> Exists(PlatformPlace place, string name, CancellationToken cancel) =>
        await Look(place, name, cancel) is not null;

    /// <returns>What is known of a file without reading it; null when it is not there.</returns>
    public Task<StoredFile?> Look(PlatformPlace place, string name, CancellationToken cancel) =>
        _store.Look(At(place, name), cancel);

    /// <returns>The file as one on this machine; null when it is not there.</returns>
    public Task<LocalFile?> Read(PlatformPlace place, string name, CancellationToken cancel) =>
        _store.Read(At(place, name), cancel);

    /// <returns>The bytes of a file that is small by nature; null when it is not there.</returns>
    public async Task<byte[]?> ReadAll(PlatformPlace place, string name, CancellationToken cancel)
    {
        using var local = await Read(place, name, cancel);
        return local is null ? null : await File.ReadAllBytesAsync(local.Path, cancel);
    }

    /// <summary>Writes a file whole, over one that is there.</summary>
    public Task Write(PlatformPlace place, string name, Stream content, CancellationToken cancel) =>
        _store.Write(At(place, name), content, cancel);

    /// <summary>Takes a file out of the district's drop zone; never over one that was taken before.</summary>
    /// <returns>False when it is not there, or was taken before.</returns>
    public Task<bool> Take(string dropName, string newName, CancellationToken cancel) => _store.Move(
        At(PlatformPlace.DistrictDrop, dropName), At(PlatformPlace.DistrictIncoming, newName), replace: false, cancel);

    /// <summary>Takes in a file that its supplier offered and now delivers.</summary>
    /// <returns>False when it is not there.</returns>
    public Task<bool> TakeOffered(string name, CancellationToken cancel) => _store.Move(
        At(PlatformPlace.DistrictOffered, name), At(PlatformPlace.DistrictIncoming, name), replace: true, cancel);

    public Task Delete(PlatformPlace place, string name, CancellationToken cancel) =>
        _store.Delete(At(place, name), cancel);

    /// <summary>Gives a district file to the quarantine that no tenant can read.</summary>
    public Task<bool> SetApart(string name, CancellationToken cancel) =>
        SetApart(_store, At(PlatformPlace.DistrictIncoming, name), cancel);

    /// <summary>What others than we attached to a file, such as a verdict about harmful software.</summary>
    public Task<IReadOnlyDictionary<string, string>> Labels(
        PlatformPlace place, string name, CancellationToken cancel) =>
        _store.Labels(At(place, name), cancel);

    internal static Task<bool> SetApart(FileStore store, FileAddress file, CancellationToken cancel) =>
        store.Move(file, new FileAddress(FilePlace.PlatformQuarantine, file.Name), replace: true, cancel);

    private static FileAddress At(PlatformPlace place, string name) =>
        TenantFiles.IsPlain(name) ? new FileAddress(In(place), name) : throw new ForeignPathException(name);

    private static FilePlace In(PlatformPlace place) => place switch
    {
        PlatformPlace.DistrictDrop => FilePlace.DistrictDrop,
        PlatformPlace.DistrictIncoming => FilePlace.DistrictIncoming,
        PlatformPlace.DistrictOffered => FilePlace.DistrictOffered,
        _ => FilePlace.PlatformQuarantine,
    };
}

/// <summary>Where files of no tenant lie.</summary>
public enum PlatformPlace
{
    /// <summary>Where suppliers put files for several gemeenten; a folder per supplier in it.</summary>
    DistrictDrop,

    /// <summary>Such files while they are checked and split; no tenant can read them.</summary>
    DistrictIncoming,

    /// <summary>Such files while a supplier has not decided yet whether to deliver them.</summary>
    DistrictOffered,

    /// <summary>What no tenant may read: files in which a supplier mixed gemeenten.</summary>
    Quarantine,
}
