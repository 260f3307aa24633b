using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Twente.Igw.Figures;
using Twente.Igw.Testing;

namespace Twente.Igw.Benchmarks;

/// <summary>
/// What the engine asks for the same rows in the same table without anything of ours: a prepared command in one
/// transaction, as durable as the platform's, on a copy of the tenant's database.
/// </summary>
internal static class BareInsert
{
    private static readonly string[] Columns =
        ["Delivery", "Week", "Row", "BoundaryYear", "Area", "Category", "Weekday", "Daypart", "Count"];

    public static TimeSpan Run(TestPlatform platform, IReadOnlyList<Fact> facts)
    {
        var copy = Path.Combine(platform.Data.Root, "bare.db");
        CopyOfDatabase.Write(platform, copy);
        using (var connection = Open(copy))
        {
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
        insert.CommandText = $"INSERT INTO Fact ({string.Join(", ", Columns)}) VALUES "
            + $"({string.Join(", ", Columns.Select(c => "$" + c))})";
        foreach (var column in Columns)
            insert.Parameters.Add("$" + column, column is "Area" or "Category" ? SqliteType.Text : SqliteType.Integer);
        insert.Prepare();
        return insert;
    }

    private static void Insert(SqliteCommand insert, Fact fact, int row)
    {
        var values = insert.Parameters;
        // A delivery number that the copy does not hold.
        values[0].Value = 1_000_000L;
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
