using System.Buffers;
using System.Text;
using Twente.Igw.Areas;

namespace Twente.Igw.Deliveries;

/// <summary>
/// A supplier's file in the form of its contract, and for each line and column of that where it stands in the file.
/// </summary>
internal sealed class MappedRows
{
    /// <summary>What is above it would not pass as a delivery of the contract either.</summary>
    public const long MostText = 64L * 1024 * 1024;

    /// <summary>What the file would be called; null when its rows do not say what it is about.</summary>
    public string? FileName { get; init; }

    /// <summary>The rows that could be mapped, under the contract's header.</summary>
    public required ReadOnlyMemory<byte> Csv { get; init; }

    public required SourceTable Source { get; init; }

    /// <summary>Titles of the file.</summary>
    public required IReadOnlyList<string> Titles { get; init; }

    /// <summary>Line in the file of each mapped row, in order.</summary>
    public required IReadOnlyList<long> Lines { get; init; }

    /// <summary>Column in the file of each contract column, from 1; 0 where there is none.</summary>
    public required IReadOnlyList<int> Columns { get; init; }

    /// <summary>What could not be mapped, in the order of the file.</summary>
    public required Findings Findings { get; init; }

    /// <summary>How often each value could not be mapped.</summary>
    public IReadOnlyDictionary<Unmapped, long> Unmapped { get; init; } = new Dictionary<Unmapped, long>();

    /// <summary>Other gemeenten whose areas are named.</summary>
    public IReadOnlyCollection<AreaCode> ForeignMunicipalities { get; init; } = [];

    /// <summary>Rows of the file below its titles.</summary>
    public long SourceRows { get; init; }

    /// <summary>A file of which no row could be read.</summary>
    public static MappedRows None(SourceTable source, IReadOnlyList<string> titles, Findings findings) => new()
    {
        Csv = ReadOnlyMemory<byte>.Empty, Source = source, Titles = titles, Lines = [], Columns = [],
        Findings = findings,
    };

    /// <summary>Makes findings about mapped rows say where it stands in the file, and what stands there.</summary>
    public void Locate(Findings about)
    {
        var lines = about.Kept.Where(f => f.Line > 1).Select(LineOf).ToHashSet();
        var shown = Shown(lines);
        about.Replace(f => f.Line > 1 ? Located(f, shown) : f);
        about.NameSheet(Source.Rows.Sheet);
    }

    private Finding Located(Finding finding, Dictionary<long, SourceRow> shown)
    {
        var line = LineOf(finding);
        var column = finding.Column > 0 ? Columns[finding.Column - 1] : 0;
        // Of another gemeente's row nothing is shown, here as little as in a contract's own file.
        var value = finding.Code == FindingCode.AreaForeign ? ""
            : finding.Column == 0 ? shown[line].Text
            : column == 0 ? finding.Value : shown[line].Fields.ElementAtOrDefault(column - 1) ?? "";
        return finding with { Line = line, Column = column, Value = PrintableValue.Of(value) };
    }

    private long LineOf(Finding finding) => Lines[(int)finding.Line - 2];

    private Dictionary<long, SourceRow> Shown(HashSet<long> lines)
    {
        var found = new Dictionary<long, SourceRow>();
        var rows = Source.Open();
        while (found.Count < lines.Count && rows.Read())
            if (lines.Contains(rows.Line))
                found[rows.Line] = new(SourceTable.FieldsOf(in rows), SourceTable.TextOf(rows.Text));
        return found;
    }

    private sealed record SourceRow(string[] Fields, string Text);
}

/// <summary>A value that a mapping does not know.</summary>
/// <param name="Column">Column of the contract.</param>
/// <param name="Value">What stands in the file.</param>
/// <param name="Code">A <see cref="FindingCode"/>.</param>
public sealed record Unmapped(string Column, string Value, string Code);

/// <summary>Writes mapped rows as the CSV of a contract: one line for each, whatever its fields hold.</summary>
internal sealed class MappedText(TableSchema schema)
{
    private readonly ArrayBufferWriter<byte> _csv = new();
    private readonly StringBuilder _row = new();

    public ReadOnlyMemory<byte> Csv => _csv.WrittenMemory;

    /// <summary>False when there is no room for it.</summary>
    public bool Add(IReadOnlyList<string> fields)
    {
        _row.Clear();
        for (var at = 0; at < fields.Count; at++)
        {
            if (at > 0)
                _row.Append(schema.Dialect.Delimiter);
            Append(fields[at]);
        }

        var bytes = Encoding.UTF8.GetBytes(_row.Append('\n').ToString());
        if (_csv.WrittenCount + bytes.Length > MappedRows.MostText)
            return false;
        _csv.Write(bytes);
        return true;
    }

    private void Append(string field)
    {
        var quoted = field.AsSpan().IndexOfAny(schema.Dialect.Delimiter, '"') >= 0;
        if (quoted)
            _row.Append('"');
        foreach (var sign in field)
        {
            // A line end would make two rows of one.
            _row.Append(sign < ' ' ? (char)(0x2400 + sign) : sign);
            if (sign == '"')
                _row.Append('"');
        }

        if (quoted)
            _row.Append('"');
    }
}
