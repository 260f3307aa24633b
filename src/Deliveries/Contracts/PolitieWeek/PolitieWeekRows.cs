using Twente.Igw.Areas;
using Twente.Igw.Figures;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Takes the rows of a file one by one. A row that is right costs no allocation; only a wrong one is looked at again,
/// to say what is wrong with it.
/// </summary>
internal sealed class PolitieWeekRows
{
    private const int Columns = 7;

    private readonly WeekRange _range;
    private readonly KnownCodes _known;
    private readonly CodeTable _weeks;
    private readonly SeenKeys _seen;
    private readonly bool[] _mixed;
    private readonly int[] _open;
    private readonly PolitieWeekObjections _objections;
    private readonly Findings _findings;

    public PolitieWeekRows(WeekRange range, CheckAgainst known, Findings findings)
    {
        (_range, _findings) = (range, findings);
        _known = new KnownCodes(known);
        _weeks = new CodeTable(range.Weeks().Select(w => w.ToString()));
        _seen = new SeenKeys(range.Length, _known.MostAreas, _known.Categories.Length);
        _mixed = new bool[range.Length];
        _open = [.. _known.Ends.Select(end => range.Weeks().Count(w => w.Monday.ToDateOnly() < end))];
        _objections = new PolitieWeekObjections(range, known.Municipality, _known, findings);
        Facts = new PolitieWeekFacts(range, _known);
    }

    /// <summary>Rows taken, also the wrong ones.</summary>
    public long Count { get; private set; }

    /// <summary>Other gemeenten whose areas are named.</summary>
    public IReadOnlyCollection<AreaCode> ForeignMunicipalities => _objections.Foreign;

    public PolitieWeekFacts Facts { get; }

    public void Take(in CsvRows csv)
    {
        Count++;
        if (csv.Fault != CsvFault.None)
            _findings.Add(csv.Line, csv.FaultColumn, FindingCode.RowQuote, "\""u8);
        else if (csv.IsBlank)
            _findings.Add(csv.Line, 0, FindingCode.RowBlank, []);
        else if (csv.Columns != Columns)
            ObjectToColumns(in csv);
        else if (!TryRead(in csv, out var row))
            ObjectToFields(in csv);
        else if (IsFirst(in csv, in row))
            Facts.Add(in row);
    }

    private bool TryRead(in CsvRows csv, out PolitieWeekRow row)
    {
        var week = _weeks.Find(csv[0]);
        var year = _known.FindYear(csv[1]);
        var area = _known.FindArea(year, csv[2]);
        var category = _known.FindCategory(csv[3].Trim((byte)' '));
        var moment = PolitieWeekField.Moment(csv[4], csv[5]);
        var count = PolitieWeekField.Count(csv[6]);
        row = new PolitieWeekRow(
            (ushort)week, (ushort)area, (ushort)category, (ushort)count, (byte)year, (byte)moment);
        return (week | year | area | category | moment | count) >= 0 && week < _open[category];
    }

    /// <summary>Of its week's boundary year and not stated before.</summary>
    private bool IsFirst(in CsvRows csv, in PolitieWeekRow row)
    {
        var year = Facts.YearOf(row.Week);
        if (year >= 0 && year != row.Year)
        {
            if (!_mixed[row.Week])
                ObjectToMixedYears(in csv, in row, year);
            return false;
        }

        if (_seen.Add(in row))
            return true;
        _findings.Add(csv.Line, 0, FindingCode.KeyDuplicate, csv.Text);
        return false;
    }

    /// <summary>Once for a week: the next rows of that year are the same mistake.</summary>
    private void ObjectToMixedYears(in CsvRows csv, in PolitieWeekRow row, int year)
    {
        _mixed[row.Week] = true;
        _findings.Add(
            csv.LineOf(1), 2, FindingCode.BoundaryYearMixed, csv[1], _range.First.Plus(row.Week), _known.Years[year]);
    }

    private void ObjectToColumns(in CsvRows csv)
    {
        if (!_objections.ObjectToForeign(in csv))
            _findings.Add(csv.Line, 0, FindingCode.RowColumns, [], Columns, csv.Columns);
    }

    private void ObjectToFields(in CsvRows csv)
    {
        if (!_objections.ObjectToForeign(in csv))
            _objections.ObjectToFields(in csv);
    }
}
