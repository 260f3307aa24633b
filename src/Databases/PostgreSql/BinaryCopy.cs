using Npgsql;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Databases.PostgreSql;

/// <summary>Loads rows by binary COPY: PostgreSQL's fastest way in, inside the connection's open transaction.</summary>
internal static class BinaryCopy
{
    public static async Task<long> Run<T>(
        NpgsqlConnection connection, BulkTable<T> table, IEnumerable<T> rows, CancellationToken cancel)
    {
        var columns = string.Join(", ", table.Columns.Select(c => Sql.Name(c.Name)));
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY {Sql.Name(table.Name)} ({columns}) FROM STDIN (FORMAT BINARY)", cancel);
        var count = 0L;
        foreach (var row in rows)
        {
            // Synchronous on purpose: the buffer is flushed once in thousands of rows, and an await per value costs
            // more than the value.
            copy.StartRow();
            foreach (var column in table.Columns)
                Write(copy, column, row);
            if ((++count & 0xFFF) == 0)
                cancel.ThrowIfCancellationRequested();
        }
        await copy.CompleteAsync(cancel);
        return count;
    }

    private static void Write<T>(NpgsqlBinaryImporter copy, BulkColumn<T> column, T row)
    {
        switch (column)
        {
            case { Integer: { } integer }:
                copy.Write(integer(row));
                break;
            case { Long: { } number }:
                copy.Write(number(row));
                break;
            case { Text: { } text }:
                copy.Write(text(row));
                break;
            default:
                if (column.Any!(row) is { } value)
                    copy.Write(value);
                else
                    copy.WriteNull();
                break;
        }
    }
}
