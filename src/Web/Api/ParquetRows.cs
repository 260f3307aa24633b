using Parquet;
using Parquet.Schema;

namespace Twente.Igw.Web.Api;

/// <summary>
/// Rows as a file that Power BI and every program for data read with their types (Apache Parquet).
/// </summary>
internal static class ParquetRows
{
    private const int RowsInGroup = 20_000;

    /// <summary>The name, in the file's own notes, of what stands in every row as well: how it may be used.</summary>
    private const string Classification = "classificatie";

    /// <summary>Made in memory: where each column lies is told at the end, and a response cannot go back.</summary>
    /// <param name="body">Where it goes.</param>
    /// <param name="columns">Texts, whole numbers and numbers.</param>
    /// <param name="rows">One value for each column, of its type.</param>
    /// <param name="mark">How it may be used.</param>
    /// <param name="cancel">Ends the work.</param>
    public static async Task Write(
        Stream body, IReadOnlyList<DataField> columns, IEnumerable<object?[]> rows, string mark,
        CancellationToken cancel)
    {
        using var file = new MemoryStream();
        var writer = await ParquetWriter.CreateAsync(
            new ParquetSchema(columns), file, cancellationToken: cancel);
        await using (writer)
        {
            writer.CustomMetadata = new Dictionary<string, string>(StringComparer.Ordinal) { [Classification] = mark };
            foreach (var some in rows.Chunk(RowsInGroup))
            {
                using var group = writer.CreateRowGroup();
                for (var place = 0; place < columns.Count; place++)
                    await Write(group, columns[place], some, place, cancel);
            }
        }
        file.Position = 0;
        await file.CopyToAsync(body, cancel);
    }

    private static async Task Write(
        ParquetRowGroupWriter group, DataField column, object?[][] rows, int place, CancellationToken cancel)
    {
        if (column.ClrType == typeof(int))
            await group.WriteAsync<int>(
                column, rows.Select(r => (int)r[place]!).ToArray(), cancellationToken: cancel);
        else if (column.ClrType == typeof(double))
            await group.WriteAsync<double>(
                column, rows.Select(r => (double?)r[place]).ToArray(), cancellationToken: cancel);
        else
            await group.WriteAsync(column, rows.Select(r => (string)r[place]!).ToArray());
    }
}
