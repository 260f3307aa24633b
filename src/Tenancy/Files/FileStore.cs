namespace Twente.Igw.Tenancy;

/// <summary>
/// Keeps the platform's files: on disk, or in Azure Blob Storage. Each operation is one step to whoever looks on, and
/// may be repeated. Only Tenancy knows there are two; capabilities come through <see cref="TenantFiles"/>.
/// </summary>
internal abstract class FileStore
{
    /// <summary>Whether a file is visible only once it is whole; on disk one may still be growing.</summary>
    public abstract bool IsWholeWhenSeen { get; }

    /// <summary>Makes the place when it is not there.</summary>
    public abstract Task Make(FilePlace place, CancellationToken cancel);

    /// <summary>Removes the place with everything in it.</summary>
    public abstract Task Remove(FilePlace place, CancellationToken cancel);

    /// <summary>Every file in the place, by name; none when the place is not there.</summary>
    public abstract Task<IReadOnlyList<StoredFile>> List(FilePlace place, CancellationToken cancel);

    /// <returns>What is known of a file without reading it; null when it is not there.</returns>
    public abstract Task<StoredFile?> Look(FileAddress file, CancellationToken cancel);

    /// <returns>The file as one on this machine; null when it is not there.</returns>
    public abstract Task<LocalFile?> Read(FileAddress file, CancellationToken cancel);

    /// <summary>Writes a file whole, over one that is there.</summary>
    public abstract Task Write(FileAddress file, Stream content, CancellationToken cancel);

    /// <summary>Moves a file byte for byte.</summary>
    /// <param name="from">The file.</param>
    /// <param name="to">What it is called from now on.</param>
    /// <param name="replace">Whether it takes the place of a file there; otherwise that one stays.</param>
    /// <param name="cancel">Stops; repeating it finishes a move that was begun.</param>
    /// <returns>False when there is nothing to move, or something in the way.</returns>
    public abstract Task<bool> Move(FileAddress from, FileAddress to, bool replace, CancellationToken cancel);

    public abstract Task Delete(FileAddress file, CancellationToken cancel);

    /// <summary>Gives a place the files of a backup.</summary>
    /// <param name="place">Where.</param>
    /// <param name="files">The files.</param>
    /// <param name="keepOthers">Whether what lies there stays; otherwise the place becomes as given.</param>
    /// <param name="cancel">Stops; repeating it finishes.</param>
    public abstract Task Fill(
        FilePlace place, IReadOnlyList<ComingFile> files, bool keepOthers, CancellationToken cancel);

    /// <summary>What others than we attached to a file, such as a verdict about harmful software.</summary>
    public abstract Task<IReadOnlyDictionary<string, string>> Labels(FileAddress file, CancellationToken cancel);

    /// <summary>Fails when files cannot be reached.</summary>
    public abstract Task Reach(CancellationToken cancel);
}

/// <summary>A file as listed.</summary>
/// <param name="Name">Name within its place, with <c>/</c> between a supplier's own folder and the file.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="ChangedAt">Last write, in UTC.</param>
/// <param name="Tag">Tells this content from every other that ever had the name; null where nothing does.</param>
public sealed record StoredFile(string Name, long Bytes, DateTime ChangedAt, string? Tag);

/// <summary>A file of a backup on its way to its place.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="ExtractTo">Writes it to a path on this machine.</param>
internal sealed record ComingFile(string Name, Func<string, CancellationToken, Task> ExtractTo);

/// <summary>A file that can be read on this machine; disposing lets go of it, and deletes a copy.</summary>
public sealed class LocalFile : IDisposable
{
    private readonly bool _isCopy;

    internal LocalFile(string path, bool isCopy) => (Path, _isCopy) = (path, isCopy);

    public string Path { get; }

    public long Bytes => new FileInfo(Path).Length;

    public void Dispose()
    {
        if (_isCopy)
            File.Delete(Path);
    }
}
