using Twente.Igw.Areas;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Makes rows of a contract of the rows of a supplier's file: all of them, or a finding for each that could not be.
/// </summary>
internal sealed class MapSource
{
    private readonly SourceTable _table;
    private readonly Mapping _mapping;
    private readonly MapRow _row;
    private readonly AddUpRows _rows;
    private readonly Findings _findings = new();
    private readonly Dictionary<Unmapped, long> _unmapped = [];
    private readonly HashSet<AreaCode> _foreign = [];
    private readonly SpanOfRows _span;
    private long _count;

    private MapSource(SourceTable table, Mapping mapping, MapRow row, SpanOfRows span)
    {
        (_table, _mapping, _row, _span) = (table, mapping, row, span);
        _rows = new AddUpRows(TableSchema.Of(mapping.Contract), mapping.AddsUp);
    }

    /// <summary>Time is linear in the file; memory is that of the mapped rows.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="fileName">Its name as delivered.</param>
    /// <param name="mapping">How it is mapped; without objections.</param>
    /// <param name="known">What the gemeente knows.</param>
    /// <param name="cancel">Stops between two rows.</param>
    public static MappedRows Execute(
        byte[] file, string fileName, Mapping mapping, CheckAgainst known, CancellationToken cancel)
    {
        var table = SourceTable.Read(file, fileName, mapping, cancel);
        if (table.Rows.Finding is { } unreadable)
            return MappedRows.None(table, [], Findings.Of(unreadable));
        var findings = new Findings();
        var columns = SourceColumns.Find(table, mapping, findings);
        if (known.Areas.Count == 0)
            findings.Add(Finding.OfFile(FindingCode.BoundaryYearNone, known.Municipality.Code));
        if (findings.Any)
        {
            findings.NameSheet(table.Rows.Sheet);
            return MappedRows.None(table, columns.Titles, findings);
        }

        var span = new SpanOfRows(mapping, fileName, known.Municipality);
        return new MapSource(table, mapping, new MapRow(mapping, columns, known), span).Execute(columns, cancel);
    }

    private MappedRows Execute(SourceColumns columns, CancellationToken cancel)
    {
        var rows = _table.Open();
        rows.Read();
        while (rows.Read())
        {
            if ((++_count & 0xFFF) == 0)
                cancel.ThrowIfCancellationRequested();
            Take(in rows, columns.Titles.Count);
        }

        var (text, lines) = _rows.Close();
        if (text is null)
            _findings.Add(Finding.OfFile(FindingCode.FileTooLarge, ""));
        var (name, objection) = _span.FileName();
        if (objection is not null && !_findings.Any)
            _findings.Add(objection);
        _findings.NameSheet(_table.Rows.Sheet);
        return new MappedRows
        {
            FileName = text is null ? null : name, Csv = text ?? ReadOnlyMemory<byte>.Empty, Source = _table,
            Titles = columns.Titles, Lines = lines, Columns = _row.SourceColumns, Findings = _findings,
            Unmapped = _unmapped, ForeignMunicipalities = _foreign, SourceRows = _count,
        };
    }

    private void Take(in CsvRows csv, int columns)
    {
        if (csv.Fault != CsvFault.None)
            _findings.Add(csv.Line, csv.FaultColumn, FindingCode.RowQuote, "\""u8);
        else if (csv.IsBlank)
            _findings.Add(csv.Line, 0, FindingCode.RowBlank, []);
        else if (csv.Columns != columns)
            _findings.Add(csv.Line, 0, FindingCode.RowColumns, [], columns, csv.Columns);
        else
            Take(in csv, SourceTable.FieldsOf(in csv));
    }

    private void Take(in CsvRows csv, string[] fields)
    {
        var row = _row.Execute(fields, out var objections);
        if (_row.ForeignIn(row) is { } other)
        {
            _foreign.Add(other);
            var at = _row.SourceColumns[_row.Area!.Value];
            _findings.Add(at > 0 ? csv.LineOf(at - 1) : csv.Line, at, FindingCode.AreaForeign, []);
            return;
        }

        foreach (var (column, code, detail) in objections)
            Object(in csv, fields, column, (code, detail));
        if (objections.Count > 0)
            return;
        _span.Add(row);
        _rows.Add(row, csv.Line);
    }

    private void Object(in CsvRows csv, string[] fields, int column, (string Code, object? Detail) why)
    {
        var at = _row.SourceColumns[column];
        var value = at > 0 ? fields[at - 1] : _mapping.Columns[_row.NameOf(column)].Constant ?? "";
        if (_findings.Kept.Count < Findings.MaxKept)
            _findings.Add(Finding.At(at > 0 ? csv.LineOf(at - 1) : csv.Line, at, why.Code, value, why.Detail));
        else
            _findings.Add(0, 0, why.Code, []);
        var unmapped = new Unmapped(_row.NameOf(column), PrintableValue.Of(value), why.Code);
        if (_unmapped.Count < Findings.MaxKept || _unmapped.ContainsKey(unmapped))
            _unmapped[unmapped] = _unmapped.GetValueOrDefault(unmapped) + 1;
    }
}
