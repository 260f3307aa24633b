namespace Twente.Igw.Databases.Sqlite;

/// <summary>One migrator at a time over all processes on a data folder; the lock dies with the process.</summary>
internal sealed class MigrationLock : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly FileStream _file;

    private MigrationLock(FileStream file) => _file = file;

    public static async Task<MigrationLock> Take(string path, CancellationToken cancel)
    {
        for (var waited = TimeSpan.Zero; ; waited += TimeSpan.FromMilliseconds(50))
        {
            try
            {
                return new MigrationLock(
                    new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (waited < Patience)
            {
                await Task.Delay(50, cancel);
            }
        }
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
