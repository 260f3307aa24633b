using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;
using Twente.Igw.Figures;
using Twente.Igw.Testing;

namespace Twente.Igw.Benchmarks;

/// <summary>
/// What the engine's own bulk load asks for the same rows into a table of the same shape, as durable as the
/// platform's and without anything of ours: prepared inserts in SQLite, binary COPY in PostgreSQL.
/// </summary>
internal static class BareLoad
{
    /// <summary>A delivery number that the town does not have.</summary>
    private const long Delivery = 1_000_000;

    private static readonly string[] Columns =
        ["Delivery", "Week", "Row", "BoundaryYear", "Area", "Category", "Weekday", "Daypart", "Count"];

    private static readonly string Names = string.Join(", ", Columns.Select(c => $"\"{c}\""));

    public static Task<TimeSpan> Run(
        TestPlatform platform, EngineUnderTest on, IReadOnlyList<Fact> facts, CancellationToken cancel) =>
        on.Admin is { } admin
            ? Copy(admin, $"{platform.Settings["Igw:Database:Prefix"]}_gm0153", facts, cancel)
            : Task.FromResult(Insert(platform, facts));

    /// <summary>Into an empty table with the indexes and collations of the town's own.</summary>
    private static async Task<TimeSpan> Copy(
        string admin, string schema, IReadOnlyList<Fact> facts, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(admin) { SearchPath = schema, Pooling = false }.ToString());
        await connection.OpenAsync(cancel);
        await Execute(connection, "DROP TABLE IF EXISTS bare; CREATE TABLE bare (LIKE \"Fact\" INCLUDING ALL)", cancel);
        var began = Stopwatch.GetTimestamp();
        await using (var transaction = await connection.BeginTransactionAsync(cancel))
        {
            await using (var copy = await connection.BeginBinaryImportAsync(
                $"COPY bare ({Names}) FROM STDIN (FORMAT BINARY)", cancel))
            {
                for (var row = 0; row < facts.Count; row++)
                    Write(copy, facts[row], row);
                await copy.CompleteAsync(cancel);
            }
            await transaction.CommitAsync(cancel);
        }
        var took = Stopwatch.GetElapsedTime(began);
        await Execute(connection, "DROP TABLE bare", cancel);
        return took;
    }

    private static void Write(NpgsqlBinaryImporter copy, Fact fact, int row)
    {
        copy.StartRow();
        copy.Write(Delivery);
        copy.Write(fact.Week.Number);
        copy.Write(row);
        copy.Write(fact.BoundaryYear);
        copy.Write(fact.Area.Code);
        copy.Write(fact.Category.Code);
        copy.Write(fact.Weekday);
        copy.Write((int)fact.Daypart);
        copy.Write(fact.Count);
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static TimeSpan Insert(TestPlatform platform, IReadOnlyList<Fact> facts)
    {
        var copy = Path.Combine(platform.Data.Root, "bare.db");
        SqliteCopy.Write(platform, copy);
        using var connection = Open(copy);
        var began = Stopwatch.GetTimestamp();
        using var transaction = connection.BeginTransaction();
        using var insert = Prepare(connection, transaction);
        for (var row = 0; row < facts.Count; row++)
            Insert(insert, facts[row], row);
        transaction.Commit();
        var took = Stopwatch.GetElapsedTime(began);
        connection.Close();
        File.Delete(copy);
        return took;
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;";
        command.ExecuteNonQuery();
        return connection;
    }

    private static SqliteCommand Prepare(SqliteConnection connection, SqliteTransaction transaction)
    {
        var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText =
            $"INSERT INTO \"Fact\" ({Names}) VALUES ({string.Join(", ", Columns.Select(c => "$" + c))})";
        foreach (var column in Columns)
            insert.Parameters.Add("$" + column, column is "Area" or "Category" ? SqliteType.Text : SqliteType.Integer);
        insert.Prepare();
        return insert;
    }

    private static void Insert(SqliteCommand insert, Fact fact, int row)
    {
        var values = insert.Parameters;
        values[0].Value = Delivery;
        values[1].Value = (long)fact.Week.Number;
        values[2].Value = (long)row;
        values[3].Value = (long)fact.BoundaryYear;
        values[4].Value = fact.Area.Code;
        values[5].Value = fact.Category.Code;
        values[6].Value = (long)fact.Weekday;
        values[7].Value = (long)fact.Daypart;
        values[8].Value = (long)fact.Count;
        insert.ExecuteNonQuery();
    }
}
