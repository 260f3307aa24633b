using Microsoft.Data.SqlClient;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Databases.SqlServer;

/// <summary>Loads rows by <see cref="SqlBulkCopy"/>: SQL Server's fastest way, in the open transaction.</summary>
internal static class BulkCopy
{
    /// <summary>Rows per message to the server: a week's delivery at once, a backfill in parts.</summary>
    private const int BatchSize = 10_000;

    public static async Task<long> Run<T>(
        SqlConnection connection, SqlTransaction? transaction, BulkTable<T> table, IEnumerable<T> rows,
        CancellationToken cancel)
    {
        using var reader = new RowReader<T>(table, rows);
        using var copy = new SqlBulkCopy(connection, SqlBulkCopyOptions.CheckConstraints, transaction)
        {
            DestinationTableName = Statements.Table(table), BatchSize = BatchSize, EnableStreaming = true,
            BulkCopyTimeout = 0,
        };
        foreach (var column in table.Columns)
            copy.ColumnMappings.Add(column.Name, column.Name);
        await copy.WriteToServerAsync(reader, cancel);
        return reader.Count;
    }
}
