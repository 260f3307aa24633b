using Microsoft.Data.Sqlite;
using Twente.Igw.Databases.Sqlite;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;

namespace Twente.Igw.Benchmarks;

/// <summary>A copy of the town's database in a file of its own, to do to it what the platform would not.</summary>
internal static class SqliteCopy
{
    public static void Write(TestPlatform platform, string file)
    {
        using var source = Open(platform.Data.Database(new TenantLogin(TestPlatform.Enschede, 0)));
        using var copy = Open(file);
        source.BackupDatabase(copy);
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }
}
