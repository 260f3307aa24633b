namespace Twente.Igw.Tenancy;

/// <summary>The only way to a tenant's files. A name never leads outside the place it is asked in.</summary>
public sealed class TenantFiles
{
    private readonly ICurrentTenant _current;

    internal TenantFiles(FileStore store, ICurrentTenant current) => (Store, _current) = (store, current);

    internal FileStore Store { get; }

    /// <summary>Whether a file is visible only once it is whole; otherwise it may still be growing.</summary>
    public bool AreWholeWhenSeen => Store.IsWholeWhenSeen;

    /// <summary>Every file of this kind of the current tenant, by name.</summary>
    public Task<IReadOnlyList<StoredFile>> List(TenantPlace place, CancellationToken cancel) =>
        Store.List(In(place), cancel);

    public async Task<bool> Exists(TenantPlace place, string name, CancellationToken cancel) =>
        await Look(place, name, cancel) is not null;

    /// <returns>What is known of a file without reading it; null when it is not there.</returns>
    public Task<StoredFile?> Look(TenantPlace place, string name, CancellationToken cancel) =>
        Store.Look(At(place, name), cancel);

    /// <returns>The file as one on this machine; null when it is not there.</returns>
    public Task<LocalFile?> Read(TenantPlace place, string name, CancellationToken cancel) =>
        Store.Read(At(place, name), cancel);

    /// <returns>The bytes of a file that is small by nature; null when it is not there.</returns>
    public async Task<byte[]?> ReadAll(TenantPlace place, string name, CancellationToken cancel)
    {
        using var local = await Read(place, name, cancel);
        return local is null ? null : await File.ReadAllBytesAsync(local.Path, cancel);
    }

    /// <summary>Writes a file whole, over one that is there.</summary>
    public async Task Write(TenantPlace place, string name, ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        using var stream = new MemoryStream(content.ToArray(), writable: false);
        await Store.Write(At(place, name), stream, cancel);
    }

    /// <summary>The same, from a stream that can be read again from its start.</summary>
    public Task Write(TenantPlace place, string name, Stream content, CancellationToken cancel) =>
        Store.Write(At(place, name), content, cancel);

    /// <summary>Writes a file whole from one that the tenant does not own.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public async Task CopyIn(string path, TenantPlace place, string name, CancellationToken cancel)
    {
        await using var source = File.OpenRead(path);
        await Store.Write(At(place, name), source, cancel);
    }

    /// <summary>
    /// Moves a file between the tenant's places; the move is one step, so no reader sees half a file.
    /// </summary>
    /// <returns>False when it is not there.</returns>
    public Task<bool> Move(
        TenantPlace from, string name, TenantPlace to, string newName, CancellationToken cancel) =>
        Store.Move(At(from, name), At(to, newName), replace: true, cancel);

    /// <summary>As <see cref="Move"/>, and never over a file that is there.</summary>
    /// <returns>False when it is not there, or another is in its way.</returns>
    public Task<bool> Take(
        TenantPlace from, string name, TenantPlace to, string newName, CancellationToken cancel) =>
        Store.Move(At(from, name), At(to, newName), replace: false, cancel);

    public Task Delete(TenantPlace place, string name, CancellationToken cancel) =>
        Store.Delete(At(place, name), cancel);

    /// <summary>
    /// Gives a file to the platform's quarantine, which no tenant can read. One way: there is no method to bring it
    /// back.
    /// </summary>
    public Task<bool> SetApart(TenantPlace from, string name, CancellationToken cancel) =>
        PlatformFiles.SetApart(Store, At(from, name), cancel);

    /// <summary>What others than we attached to a file, such as a verdict about harmful software.</summary>
    public Task<IReadOnlyDictionary<string, string>> Labels(
        TenantPlace place, string name, CancellationToken cancel) =>
        Store.Labels(At(place, name), cancel);

    internal FilePlace In(TenantPlace place) => FilePlace.Of(_current.Tenant.Id, place);

    /// <exception cref="ForeignPathException">The name would leave the tenant's place.</exception>
    internal FileAddress At(TenantPlace place, string name)
    {
        var where = In(place);
        return IsPlain(name) ? new FileAddress(where, name) : throw new ForeignPathException(name);
    }

    /// <summary>Whether a name can only mean a file in the place it is asked in, or one folder deeper.</summary>
    internal static bool IsPlain(string name)
    {
        var parts = name.Split('/');
        return parts.Length <= 2 && parts.All(part => part.Length is > 0 and <= 255
            && part is not ("." or "..") && part.IndexOfAny(['\\', '\0', ':']) < 0);
    }
}

/// <summary>A file name that would lead outside the tenant's own place.</summary>
public sealed class ForeignPathException(string name)
    : InvalidOperationException(
        $"The file name '{name.ReplaceLineEndings(" ")}' is not a plain name; it was not opened.");
