using System.Text;
using Twente.Igw.Areas;
using Twente.Igw.Figures;

namespace Twente.Igw.Deliveries;

/// <summary>Says what is wrong with a row that is wrong: every column that is, in the order of the columns.</summary>
internal sealed class PolitieWeekObjections(
    WeekRange range, AreaCode municipality, KnownCodes known, Findings findings)
{
    private const int Area = 2;

    private readonly byte[] _digits = Encoding.ASCII.GetBytes(municipality.Code[2..]);
    private readonly HashSet<AreaCode> _foreign = [];

    /// <summary>Other gemeenten that rows were about; at most 9,999.</summary>
    public IReadOnlyCollection<AreaCode> Foreign => _foreign;

    /// <summary>
    /// The row is about another gemeente, whatever else is wrong with it: two letters and other digits than those of
    /// this gemeente. Then nothing of the row is shown.
    /// </summary>
    public bool ObjectToForeign(in CsvRows row)
    {
        if (row.Columns <= Area || row[Area] is not { Length: >= 6 } area || !LooksLikeArea(area)
            || area[2..6].SequenceEqual(_digits))
            return false;
        _foreign.Add(AreaCode.Parse("GM" + Encoding.ASCII.GetString(area[2..6])));
        findings.Add(row.LineOf(Area), Area + 1, FindingCode.AreaForeign, []);
        return true;
    }

    public void ObjectToFields(in CsvRows row)
    {
        var year = known.FindYear(row[1]);
        Object(in row, 0, WeekObjection(row[0]), range.First, range.Last);
        Object(in row, 1, year < 0 ? FindingCode.BoundaryYearUnknown : null, string.Join(", ", known.Years));
        if (year < 0)
            Object(in row, Area, HasAreaForm(row[Area]) ? null : FindingCode.AreaForm);
        else
            Object(in row, Area, AreaObjection(year, row[Area]), known.Years[year]);
        Object(in row, 3, CategoryObjection(row[3].Trim((byte)' '), row[0]));
        Object(in row, 4, PolitieWeekField.Weekday(row[4]) < 0 ? FindingCode.WeekdayForm : null);
        Object(in row, 5, PolitieWeekField.Daypart(row[5]) < 0 ? FindingCode.DaypartForm : null);
        Object(in row, 6, CountObjection(row[6]));
    }

    private void Object(in CsvRows row, int index, string? code, params ReadOnlySpan<object?> details)
    {
        if (code is not null)
            findings.Add(row.LineOf(index), index + 1, code, row[index], details);
    }

    private string? WeekObjection(ReadOnlySpan<byte> field)
    {
        const int length = 8;
        if (field.Length != length || !Ascii.IsValid(field))
            return FindingCode.WeekForm;
        var text = Encoding.ASCII.GetString(field);
        if (IsoWeek.TryParse(text, out var week))
            return range.Contains(week) ? null : FindingCode.WeekOutsideRange;
        var hasForm = text[4..6] == "-W" && text.Remove(4, 2).All(char.IsAsciiDigit);
        return hasForm ? FindingCode.WeekUnknown : FindingCode.WeekForm;
    }

    private string? AreaObjection(int year, ReadOnlySpan<byte> field)
    {
        if (known.FindArea(year, field) >= 0)
            return null;
        return HasAreaForm(field) ? FindingCode.AreaUnknown : FindingCode.AreaForm;
    }

    private string? CategoryObjection(ReadOnlySpan<byte> code, ReadOnlySpan<byte> week)
    {
        if (Ascii.Equals(code, KnownCodes.ControlTotal))
            return FindingCode.CategoryControlTotal;
        if (known.FindCategory(code) is not (>= 0 and var category))
            return FindingCode.CategoryUnknown;
        return IsoWeek.TryParse(Encoding.UTF8.GetString(week), out var read)
            && read.Monday.ToDateOnly() >= known.Ends[category]
            ? FindingCode.CategoryEnded
            : null;
    }

    private static string? CountObjection(ReadOnlySpan<byte> field)
    {
        if (PolitieWeekField.Count(field) >= 0)
            return null;
        var isNumber = field.Length > PolitieWeekField.MaxCountDigits
            && field.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
        return isNumber ? FindingCode.CountRange : FindingCode.CountForm;
    }

    private static bool HasAreaForm(ReadOnlySpan<byte> field) =>
        field.Length <= 10 && AreaCode.TryParse(Encoding.ASCII.GetString(field), out var area)
        && area.Level is (AreaLevel.Municipality or AreaLevel.Neighbourhood);

    private static bool LooksLikeArea(ReadOnlySpan<byte> field) =>
        char.IsAsciiLetter((char)field[0]) && char.IsAsciiLetter((char)field[1])
        && field[2..6].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
}
