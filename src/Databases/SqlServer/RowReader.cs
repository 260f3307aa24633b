using System.Collections;
using System.Data.Common;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Databases.SqlServer;

/// <summary>Shows rows to <see cref="Microsoft.Data.SqlClient.SqlBulkCopy"/> one after another.</summary>
internal sealed class RowReader<T>(BulkTable<T> table, IEnumerable<T> rows) : DbDataReader
{
    private readonly IEnumerator<T> _rows = rows.GetEnumerator();
    private bool _closed;

    /// <summary>How many rows were read.</summary>
    public long Count { get; private set; }

    public override int FieldCount => table.Columns.Count;

    public override bool HasRows => true;

    public override bool IsClosed => _closed;

    public override int Depth => 0;

    public override int RecordsAffected => -1;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read()
    {
        if (!_rows.MoveNext())
            return false;
        Count++;
        return true;
    }

    public override bool NextResult() => false;

    public override string GetName(int ordinal) => table.Columns[ordinal].Name;

    public override int GetOrdinal(string name)
    {
        for (var at = 0; at < table.Columns.Count; at++)
            if (table.Columns[at].Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return at;
        throw new ArgumentException("There is no such column.", nameof(name));
    }

    public override Type GetFieldType(int ordinal) => table.Columns[ordinal] switch
    {
        { Integer: not null } => typeof(int),
        { Long: not null } => typeof(long),
        { Text: not null } => typeof(string),
        _ => typeof(object),
    };

    public override string GetDataTypeName(int ordinal) => GetFieldType(ordinal).Name;

    public override object GetValue(int ordinal) => table.Columns[ordinal] switch
    {
        { Integer: { } integer } => integer(_rows.Current),
        { Long: { } number } => number(_rows.Current),
        { Text: { } text } => text(_rows.Current),
        { Any: var any } => any!(_rows.Current) ?? DBNull.Value,
    };

    public override int GetValues(object[] values)
    {
        var count = Math.Min(values.Length, FieldCount);
        for (var at = 0; at < count; at++)
            values[at] = GetValue(at);
        return count;
    }

    public override bool IsDBNull(int ordinal) =>
        table.Columns[ordinal].Any is { } any && any(_rows.Current) is null;

    public override int GetInt32(int ordinal) => table.Columns[ordinal].Integer!(_rows.Current);

    public override long GetInt64(int ordinal) => table.Columns[ordinal].Long!(_rows.Current);

    public override string GetString(int ordinal) => table.Columns[ordinal].Text!(_rows.Current);

    public override bool GetBoolean(int ordinal) => (bool)GetValue(ordinal);

    public override byte GetByte(int ordinal) => (byte)GetValue(ordinal);

    public override char GetChar(int ordinal) => (char)GetValue(ordinal);

    public override DateTime GetDateTime(int ordinal) => (DateTime)GetValue(ordinal);

    public override decimal GetDecimal(int ordinal) => (decimal)GetValue(ordinal);

    public override double GetDouble(int ordinal) => (double)GetValue(ordinal);

    public override float GetFloat(int ordinal) => (float)GetValue(ordinal);

    public override Guid GetGuid(int ordinal) => (Guid)GetValue(ordinal);

    public override short GetInt16(int ordinal) => (short)GetValue(ordinal);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        throw new NotSupportedException("Values are given whole.");

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        throw new NotSupportedException("Values are given whole.");

    public override IEnumerator GetEnumerator() => new DbEnumerator(this);

    public override void Close() => _closed = true;

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _rows.Dispose();
        base.Dispose(disposing);
    }
}
