using System.Text;
using Twente.Igw.Areas;

namespace Twente.Igw.Regional;

/// <summary>Which count: of an area, a category and a period.</summary>
public readonly record struct CellName(AreaCode Area, string Category, ReportingPeriod Period);

/// <summary>A published count: protected with noise, or withheld.</summary>
/// <param name="Name">Which count.</param>
/// <param name="Value">At most 3 from the truth; null when it is withheld.</param>
public readonly record struct ProtectedCell(CellName Name, int? Value);

/// <summary>How cells are written down: a line for each, in a fixed order, so that one text has one hash.</summary>
public static class ProtectedCells
{
    private const string Withheld = "x";

    /// <summary>Lines of <c>area;category;period;value</c>, sorted.</summary>
    public static string Write(IEnumerable<ProtectedCell> cells)
    {
        var text = new StringBuilder();
        foreach (var line in cells.Select(Line).Order(StringComparer.Ordinal))
            text.Append(line).Append('\n');
        return text.ToString();
    }

    /// <exception cref="FormatException">A line has another form.</exception>
    public static IEnumerable<ProtectedCell> Read(string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            yield return line.Split(';') switch
            {
                [var area, var category, var period, var value] => new(
                    new CellName(AreaCode.Parse(area), category, ReportingPeriod.Parse(period)),
                    value == Withheld ? null : int.Parse(value, CultureInfo.InvariantCulture)),
                _ => throw new FormatException($"'{line}' is no published cell: four fields are expected."),
            };
    }

    private static string Line(ProtectedCell cell)
    {
        var value = cell.Value?.ToString(CultureInfo.InvariantCulture) ?? Withheld;
        return $"{cell.Name.Area};{cell.Name.Category};{cell.Name.Period};{value}";
    }
}
