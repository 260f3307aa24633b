using System.Text.Json;

namespace Twente.Igw.Tenancy;

/// <summary>
/// Reads what <see cref="WriteRows"/> wrote, one row at a time. Each row is handed out in the same array: whoever wants
/// to keep one copies it.
/// </summary>
internal static class ReadRows
{
    private const int Buffered = 0x20000;

    /// <summary>No row is longer: texts have lengths, and the longest is a manifest.</summary>
    private const int LongestRow = 0x1000000;

    /// <exception cref="InvalidDataException">It is no such file.</exception>
    public static IEnumerable<StoredValue[]> Execute(StoredTable table, Stream source)
    {
        var head = WriteRows.Head(table);
        var row = new StoredValue[table.Columns.Count];
        var isHead = true;
        foreach (var line in Lines(source))
        {
            if (isHead)
                Require(line.Span.SequenceEqual(head), table);
            else
            {
                Parse(table, line.Span, row);
                yield return row;
            }
            isHead = false;
        }
        Require(!isHead, table);
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Lines(Stream source)
    {
        var buffer = new byte[Buffered];
        var (start, end) = (0, 0);
        while (true)
        {
            var length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                yield return buffer.AsMemory(start, length);
                start += length + 1;
                continue;
            }
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
            if (end == buffer.Length)
                Array.Resize(ref buffer, end < LongestRow
                    ? end * 2
                    : throw new InvalidDataException("A row of the backup is longer than any row can be."));
            var read = source.Read(buffer, end, buffer.Length - end);
            if (read == 0)
                break;
            end += read;
        }
        if (end > start)
            throw new InvalidDataException("The last row of a table was cut.");
    }

    private static void Parse(StoredTable table, ReadOnlySpan<byte> line, StoredValue[] row)
    {
        try
        {
            var json = new Utf8JsonReader(line);
            Require(json.Read() && json.TokenType == JsonTokenType.StartArray, table);
            for (var at = 0; at < row.Length; at++)
            {
                Require(json.Read(), table);
                row[at] = Value(ref json, table.Columns[at]);
            }
            Require(json.Read() && json.TokenType == JsonTokenType.EndArray && !json.Read(), table);
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException or InvalidOperationException)
        {
            throw new InvalidDataException($"A row of {table.Name} cannot be read.", wrong);
        }
    }

    private static StoredValue Value(ref Utf8JsonReader json, StoredColumn column) => json.TokenType switch
    {
        JsonTokenType.Null => column.IsNullable ? StoredValue.Null : throw new FormatException(column.Name),
        JsonTokenType.True or JsonTokenType.False when column.Kind == StoredKind.Bool =>
            StoredValue.Of(json.TokenType == JsonTokenType.True ? 1L : 0L),
        _ => column.Kind switch
        {
            StoredKind.Integer => StoredValue.Of((long)json.GetInt32()),
            StoredKind.Long => StoredValue.Of(json.GetInt64()),
            StoredKind.Double => StoredValue.Of(json.GetDouble()),
            StoredKind.Text => StoredValue.Of(json.GetString()!),
            StoredKind.Guid => StoredValue.Of(json.GetGuid().ToString("D")),
            StoredKind.Time => StoredValue.Of(DateTime.ParseExact(
                json.GetString()!, RowForms.Time, CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal).Ticks),
            StoredKind.Date => StoredValue.Of((long)DateOnly.ParseExact(
                json.GetString()!, RowForms.Date, CultureInfo.InvariantCulture).DayNumber),
            _ => throw new FormatException(column.Name),
        },
    };

    private static void Require(bool holds, StoredTable table)
    {
        if (!holds)
            throw new InvalidDataException($"The rows of {table.Name} are not written as its columns say.");
    }
}
