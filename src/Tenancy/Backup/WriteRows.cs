using System.Buffers;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Twente.Igw.Tenancy;

/// <summary>
/// Writes a table as lines of JSON: the names of its columns, then a list of values per row. The same rows give the
/// same bytes, whichever engine they come from.
/// </summary>
internal static class WriteRows
{
    private const int Buffered = 0x20000;

    /// <summary>Letters stay letters; the lines are read as a file and never put into a page.</summary>
    private static readonly JsonWriterOptions Form = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true,
    };

    public static async Task<WrittenRows> Execute(
        StoredTable table, DbDataReader rows, Stream to, CancellationToken cancel)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new ArrayBufferWriter<byte>(Buffered * 2);
        await using var json = new Utf8JsonWriter(buffer, Form);
        var (count, bytes) = (0L, 0L);
        WriteLine(json, buffer, () => WriteHead(json, table));
        while (await rows.ReadAsync(cancel))
        {
            WriteRow(json, buffer, table, rows);
            count++;
            if (buffer.WrittenCount >= Buffered)
                await Flush();
        }
        await Flush();
        return new WrittenRows(count, bytes, Convert.ToHexStringLower(sha.GetHashAndReset()));

        async Task Flush()
        {
            sha.AppendData(buffer.WrittenSpan);
            bytes += buffer.WrittenCount;
            await to.WriteAsync(buffer.WrittenMemory, cancel);
            buffer.ResetWrittenCount();
        }
    }

    /// <summary>The first line of a table's file.</summary>
    public static byte[] Head(StoredTable table)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, Form);
        WriteHead(json, table);
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteHead(Utf8JsonWriter json, StoredTable table)
    {
        json.WriteStartArray();
        foreach (var column in table.Columns)
            json.WriteStringValue(column.Name);
        json.WriteEndArray();
    }

    private static void WriteLine(Utf8JsonWriter json, ArrayBufferWriter<byte> buffer, Action write)
    {
        json.Reset();
        write();
        json.Flush();
        buffer.Write("\n"u8);
    }

    private static void WriteRow(
        Utf8JsonWriter json, ArrayBufferWriter<byte> buffer, StoredTable table, DbDataReader row)
    {
        json.Reset();
        json.WriteStartArray();
        for (var at = 0; at < table.Columns.Count; at++)
            if (table.Columns[at].IsNullable && row.IsDBNull(at))
                json.WriteNullValue();
            else
                WriteValue(json, table.Columns[at].Kind, row, at);
        json.WriteEndArray();
        json.Flush();
        buffer.Write("\n"u8);
    }

    private static void WriteValue(Utf8JsonWriter json, StoredKind kind, DbDataReader row, int at)
    {
        switch (kind)
        {
            case StoredKind.Integer:
                json.WriteNumberValue(row.GetInt32(at));
                break;
            case StoredKind.Long:
                json.WriteNumberValue(row.GetInt64(at));
                break;
            case StoredKind.Double:
                json.WriteNumberValue(row.GetDouble(at));
                break;
            case StoredKind.Bool:
                json.WriteBooleanValue(row.GetBoolean(at));
                break;
            case StoredKind.Time:
                json.WriteStringValue(row.GetDateTime(at).ToString(RowForms.Time, CultureInfo.InvariantCulture));
                break;
            case StoredKind.Date:
                json.WriteStringValue(
                    row.GetFieldValue<DateOnly>(at).ToString(RowForms.Date, CultureInfo.InvariantCulture));
                break;
            case StoredKind.Guid:
                json.WriteStringValue(row.GetGuid(at));
                break;
            default:
                json.WriteStringValue(row.GetString(at));
                break;
        }
    }
}

/// <summary>How values that JSON has no form for are written.</summary>
internal static class RowForms
{
    /// <summary>UTC, with no more digits than the value has.</summary>
    public const string Time = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";
    public const string Date = "yyyy-MM-dd";
}

/// <summary>What was written of a table.</summary>
internal readonly record struct WrittenRows(long Rows, long Bytes, string Sha256);
