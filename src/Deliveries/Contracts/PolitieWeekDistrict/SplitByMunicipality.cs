using System.Buffers;
using System.Text;
using Twente.Igw.Areas;

namespace Twente.Igw.Deliveries;

/// <summary>The rows of one gemeente in a district file, as a file of their own.</summary>
internal sealed class DistrictRows
{
    private readonly ArrayBufferWriter<byte> _text = new();
    private readonly List<long> _lines = [1];

    public DistrictRows(string header) => Append(Encoding.UTF8.GetBytes(header));

    public int Count { get; private set; }

    /// <summary>Line in the district file on which her first row stands.</summary>
    public long FirstLine => _lines.Count > 1 ? _lines[1] : 0;

    public ReadOnlyMemory<byte> Text => _text.WrittenMemory;

    public void Add(ReadOnlySpan<byte> row, long line)
    {
        Append(row);
        // A quoted field may run over several lines.
        for (var lines = row.Count((byte)'\n'); lines >= 0; lines--)
            _lines.Add(line++);
        Count++;
    }

    /// <summary>A finding about the part, at the line it has in the district file.</summary>
    public Finding Placed(Finding finding) =>
        finding.Line == 0 ? finding : finding with { Line = _lines[(int)finding.Line - 1] };

    private void Append(ReadOnlySpan<byte> row)
    {
        _text.Write(row);
        // Both signs: a row that ends in a stray carriage return must not become right by what follows it.
        _text.Write("\r\n"u8);
    }
}

/// <summary>A district file cut up by gemeente: the same bytes always give the same parts.</summary>
/// <param name="Parts">Her rows by gemeente.</param>
/// <param name="Rows">All rows, also those of no gemeente.</param>
/// <param name="Findings">Rows of which cannot be told whose they are.</param>
internal sealed record SplitByMunicipality(
    IReadOnlyDictionary<AreaCode, DistrictRows> Parts, long Rows, Findings Findings)
{
    private const int Area = 2;

    public static SplitByMunicipality Of(ReadOnlyMemory<byte> csv, CancellationToken cancel)
    {
        var (schema, findings) = (TableSchema.Of(ContractName.PolitieWeekDistrict), new Findings());
        var parts = new Dictionary<AreaCode, DistrictRows>();
        var text = CsvForm.WithoutByteOrderMark(csv.Span);
        var rows = new CsvRows(text, schema.Dialect.Delimiter, schema.Fields.Count + 1);
        if (WholeFileObjection(text, ref rows, schema) is { } objection)
            return new SplitByMunicipality(parts, 0, Findings.Of(objection));
        var count = 0L;
        for (; rows.Read(); count++)
        {
            cancel.ThrowIfCancellationRequested();
            if (MunicipalityOf(in rows, schema, findings) is not { } municipality)
                continue;
            if (!parts.TryGetValue(municipality, out var part))
                parts.Add(municipality, part = new DistrictRows(schema.Header));
            part.Add(rows.Text, rows.Line);
        }

        if (count == 0)
            findings.Add(Finding.OfFile(FindingCode.FileNoRows, ""));
        return new SplitByMunicipality(parts, count, findings);
    }

    private static Finding? WholeFileObjection(ReadOnlySpan<byte> text, ref CsvRows rows, TableSchema schema)
    {
        if (CsvForm.Objection(text, schema.Dialect.Delimiter) is { } unreadable)
            return unreadable;
        rows.Read();
        return CsvHeader.Objection(in rows, schema);
    }

    /// <summary>The gemeente the row's code names, or null with a finding.</summary>
    private static AreaCode? MunicipalityOf(in CsvRows row, TableSchema schema, Findings findings)
    {
        if (row.Fault != CsvFault.None)
            findings.Add(row.Line, row.FaultColumn, FindingCode.RowQuote, "\""u8);
        else if (row.IsBlank)
            findings.Add(row.Line, 0, FindingCode.RowBlank, []);
        else if (row.Columns != schema.Fields.Count)
            findings.Add(row.Line, 0, FindingCode.RowColumns, [], schema.Fields.Count, row.Columns);
        else if (row[Area].Length <= 10 && AreaCode.TryParse(Encoding.ASCII.GetString(row[Area]), out var area))
            return area.Municipality;
        else
            findings.Add(row.LineOf(Area), Area + 1, FindingCode.AreaForm, row[Area]);
        return null;
    }
}
