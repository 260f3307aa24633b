namespace Twente.Igw.Tenancy;

/// <summary>Where copies of files lie while they are read on this machine; nobody else may read them.</summary>
public sealed class ScratchFolder
{
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);
    private readonly string _folder;

    public ScratchFolder(DataFolder data, TimeProvider time)
    {
        _folder = Directory.CreateDirectory(Path.Combine(data.Root, "scratch")).FullName;
        // Left by a process that was killed while it read.
        foreach (var left in new DirectoryInfo(_folder).EnumerateFiles())
            if (time.GetUtcNow().UtcDateTime - left.LastWriteTimeUtc > Forgotten)
                left.Delete();
    }

    public string NewPath() => Path.Combine(_folder, $"{Guid.CreateVersion7():N}");

    public static FileStream Create(string path)
    {
        var own = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0x20000 };
        if (!OperatingSystem.IsWindows())
            own.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, own);
    }
}
