using System.Text;
using Twente.Igw.Areas;
using Twente.Igw.Figures;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Checks a file of contract <c>politie-opendata</c>, version 1. Of rows about other areas only the form of the line and
/// the area are looked at: they are counted and nothing of them is kept.
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
    public static CheckedOpenData Check(
        ReadOnlyMemory<byte> csv, CheckAgainst known, IReadOnlyCollection<CategoryCode> offences,
        CancellationToken cancel)
    {
        var schema = TableSchema.Of(ContractName.PolitieOpenData);
        var text = CsvForm.WithoutByteOrderMark(csv.Span);
        var rows = new CsvRows(text, schema.Dialect.Delimiter, schema.Fields.Count + 1);
        if (WholeFileObjection(text, ref rows, schema, known) is { } objection)
            return new CheckedOpenData(Findings.Of(objection), [], 0, 0);
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

    private CheckedOpenData Close()
    {
        if (_counts.Count == 0 && !_findings.Any)
            _findings.Add(Finding.OfFile(FindingCode.FileNoOwnRows, ""));
        _findings.AddRange(_totals.Objections());
        return new CheckedOpenData(_findings, _counts, _rows, _skipped);
    }
}

/// <summary>Reads one row of the published table, or says what is wrong with each of its columns.</summary>
internal sealed class OpenDataRow
{
    private const int LongestField = 40;
    private const int MostDigits = 7;

    private readonly string _digits;
    private readonly HashSet<AreaCode> _areas;
    private readonly HashSet<CategoryCode> _categories;
    private readonly string _years;
    private readonly Findings _findings;

    public OpenDataRow(CheckAgainst known, IReadOnlyCollection<CategoryCode> offences, Findings findings)
    {
        _digits = known.Municipality.Code[2..];
        _areas = [.. known.Areas.Values.SelectMany(a => a.Districts.Concat(a.Neighbourhoods).Append(a.Municipality))
            .Select(a => a.Code)];
        _categories = [.. offences, CategoryCode.Parse(KnownCodes.ControlTotal)];
        _years = string.Join(", ", known.Areas.Keys.Order());
        _findings = findings;
    }

    /// <summary>The country, a region, or an area of another gemeente: nothing of the row is looked at further.</summary>
    public bool IsAboutOthers(in CsvRows row)
    {
        var area = Key(row[2]);
        if (area.Length is < 3 or > 10 || !char.IsAsciiLetterUpper(area[0]) || !char.IsAsciiLetterUpper(area[1])
            || !area.All(char.IsAsciiLetterOrDigit))
            return false;
        return area[..2] is "GM" or "WK" or "BU"
            ? AreaCode.TryParse(area, out var code) && code.Municipality.Code[2..] != _digits
            : true;
    }

    public PublishedCount? TryRead(in CsvRows row)
    {
        var hasArea = AreaCode.TryParse(Key(row[2]), out var area);
        var hasPeriod = PublishedPeriod.TryParse(Text(row[3]), out var period);
        var hasCategory = CategoryCode.TryParse(Key(row[1]), out var category) && _categories.Contains(category);
        var count = Count(row[4]);
        var right = Hold(in row, 0, IsWhole(row[0]), FindingCode.IdForm);
        right &= Hold(in row, 1, hasCategory, FindingCode.CategoryPublishedUnknown);
        right &= hasArea
            ? Hold(in row, 2, _areas.Contains(area), FindingCode.AreaPublishedUnknown, _years)
            : Hold(in row, 2, false, FindingCode.AreaPublishedForm);
        right &= Hold(in row, 3, hasPeriod, FindingCode.PeriodForm);
        right &= Hold(in row, 4, count.IsRight, FindingCode.CountPublishedForm);
        return right ? new PublishedCount(period, area, category, count.Value) : null;
    }

    private bool Hold(in CsvRows row, int index, bool holds, string code, params ReadOnlySpan<object?> details)
    {
        if (!holds)
            _findings.Add(row.LineOf(index), index + 1, code, row[index], details);
        return holds;
    }

    /// <summary>A whole number, or nothing: StatLine pads it with blanks and writes a point for "not known".</summary>
    private static (bool IsRight, int? Value) Count(ReadOnlySpan<byte> field)
    {
        var text = field.Trim((byte)' ');
        if (text.IsEmpty || text.SequenceEqual("."u8))
            return (true, null);
        return IsWhole(text)
            ? (true, int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture))
            : (false, null);
    }

    private static bool IsWhole(ReadOnlySpan<byte> field) =>
        field.Length is > 0 and <= MostDigits && field.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;

    /// <summary>A key without the blanks that fill its width.</summary>
    private static string Key(ReadOnlySpan<byte> field) => Text(field.TrimEnd((byte)' '));

    private static string Text(ReadOnlySpan<byte> field) =>
        field.Length <= LongestField ? Encoding.UTF8.GetString(field) : "";
}

/// <summary>
/// Holds each total of all offences against the sum of its classes, where every class is there and known. Where one is
/// missing nothing can be said.
/// </summary>
internal sealed class ControlTotals(int classes)
{
    private readonly Dictionary<(PublishedPeriod Period, AreaCode Area), Total> _totals = [];

    public void Add(PublishedCount count, long line)
    {
        var key = (count.Period, count.Area);
        var total = _totals.GetValueOrDefault(key);
        _totals[key] = count.Category.Code == KnownCodes.ControlTotal
            ? total with { Line = line, Stated = count.Count }
            : total with { Known = total.Known + (count.Count is null ? 0 : 1), Sum = total.Sum + (count.Count ?? 0) };
    }

    public IEnumerable<Finding> Objections() =>
        from total in _totals.Values
        where total.Stated is { } stated && total.Known == classes && stated != total.Sum
        orderby total.Line
        select Finding.At(
            total.Line, 5, FindingCode.ControlTotalDiffers,
            total.Stated!.Value.ToString(CultureInfo.InvariantCulture), total.Sum);

    private readonly record struct Total(long Line, int? Stated, int Known, long Sum);
}
