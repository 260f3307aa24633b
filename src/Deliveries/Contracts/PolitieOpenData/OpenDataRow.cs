using System.Text;
using Twente.Igw.Areas;
using Twente.Igw.Figures;

namespace Twente.Igw.Deliveries;

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
        _areas = [.. known.Areas.Values
            .SelectMany(a => a.Districts.Concat(a.Neighbourhoods).Append(a.Municipality)).Select(a => a.Code)];
        _categories = [.. offences, CategoryCode.Parse(KnownCodes.ControlTotal)];
        _years = string.Join(", ", known.Areas.Keys.Order());
        _findings = findings;
    }

    /// <summary>The country, a region, or an area of another gemeente: no more of the row is looked at.</summary>
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
        right &= Hold(in row, 3, hasPeriod, FindingCode.PeriodPublishedForm);
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
