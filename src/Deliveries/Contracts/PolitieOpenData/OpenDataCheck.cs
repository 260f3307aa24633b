using Twente.Igw.Areas;
using Twente.Igw.Figures;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Checks a file of contract <c>politie-opendata</c>, version 1. Of rows about other areas only the form of the line
/// and the area are looked at: they are counted and nothing of them is kept.
/// </summary>
internal sealed class OpenDataCheck
{
    private readonly Findings _findings = new();
    private readonly OpenDataRow _row;
    private readonly ControlTotals _totals;
    private readonly HashSet<(PublishedPeriod, AreaCode, CategoryCode)> _seen = [];
    private readonly List<PublishedCount> _counts = [];
    private long _rows;
    private long _skipped;

    private OpenDataCheck(CheckAgainst known, IReadOnlyCollection<CategoryCode> offences) =>
        (_row, _totals) = (new OpenDataRow(known, offences, _findings), new ControlTotals(offences.Count));

    /// <summary>Time is linear in the file; memory is that of the gemeente's own rows.</summary>
    /// <param name="csv">The file in UTF-8.</param>
    /// <param name="known">What the tenant knows; an area may be of any boundary year that is loaded.</param>
    /// <param name="offences">All offence classes.</param>
    /// <param name="cancel">Stops the check between two rows.</param>
    public static CheckedPublication Check(
        ReadOnlyMemory<byte> csv, CheckAgainst known, IReadOnlyCollection<CategoryCode> offences,
        CancellationToken cancel)
    {
        var schema = TableSchema.Of(ContractName.PolitieOpenData);
        var text = CsvForm.WithoutByteOrderMark(csv.Span);
        var rows = new CsvRows(text, schema.Dialect.Delimiter, schema.Fields.Count + 1);
        if (WholeFileObjection(text, ref rows, schema, known) is { } objection)
            return new CheckedPublication(Findings.Of(objection), [], 0, 0);
        var check = new OpenDataCheck(known, offences);
        while (rows.Read())
        {
            cancel.ThrowIfCancellationRequested();
            check.Take(in rows, schema);
        }

        return check.Close();
    }

    private static Finding? WholeFileObjection(
        ReadOnlySpan<byte> text, ref CsvRows rows, TableSchema schema, CheckAgainst known)
    {
        if (CsvForm.Objection(text, schema.Dialect.Delimiter) is { } unreadable)
            return unreadable;
        rows.Read();
        return CsvHeader.Objection(in rows, schema)
            ?? (known.Areas.Count == 0
                ? Finding.OfFile(FindingCode.BoundaryYearNone, known.Municipality.Code)
                : null);
    }

    private void Take(in CsvRows csv, TableSchema schema)
    {
        _rows++;
        if (csv.Fault != CsvFault.None)
            _findings.Add(csv.Line, csv.FaultColumn, FindingCode.RowQuote, "\""u8);
        else if (csv.IsBlank)
            _findings.Add(csv.Line, 0, FindingCode.RowBlank, []);
        else if (csv.Columns != schema.Fields.Count)
            _findings.Add(csv.Line, 0, FindingCode.RowColumns, [], schema.Fields.Count, csv.Columns);
        else if (_row.IsAboutOthers(in csv))
            _skipped++;
        else if (_row.TryRead(in csv) is { } count)
            Add(in csv, count);
    }

    private void Add(in CsvRows csv, PublishedCount count)
    {
        if (!_seen.Add((count.Period, count.Area, count.Category)))
        {
            _findings.Add(csv.Line, 0, FindingCode.KeyPublishedDuplicate, csv.Text);
            return;
        }

        _counts.Add(count);
        _totals.Add(count, csv.Line);
    }

    private CheckedPublication Close()
    {
        if (_counts.Count == 0 && !_findings.Any)
            _findings.Add(Finding.OfFile(FindingCode.FileNoOwnRows, ""));
        _findings.AddRange(_totals.Objections());
        return new CheckedPublication(_findings, _counts, _rows, _skipped);
    }
}
