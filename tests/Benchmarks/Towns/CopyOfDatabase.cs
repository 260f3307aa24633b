using Microsoft.Data.Sqlite;
using Twente.Igw.Databases.Sqlite;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;

namespace Twente.Igw.Benchmarks;

/// <summary>A copy of the town's SQLite file, to do things to that the platform's own is spared.</summary>
internal static class CopyOfDatabase
{
    public static void Write(TestPlatform platform, string path)
    {
        var login = new TenantLogin(TestPlatform.Enschede, 0);
        using var source = Open(platform.Data.Database(login), SqliteOpenMode.ReadOnly);
        using var copy = Open(path, SqliteOpenMode.ReadWriteCreate);
        source.BackupDatabase(copy);
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
