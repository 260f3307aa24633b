using System.Text;
using ExcelDataReader;

namespace Twente.Igw.Testing;

/// <summary>A workbook as a reader not ours understands it, and a grid as a workbook.</summary>
internal static class NaiveWorkbook
{
    /// <summary>The rows of the first visible sheet with the header; null when that reader cannot read it.</summary>
    public static List<string[]>? Read(string contract, byte[] file)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(file));
            do
            {
                var rows = reader.VisibleState == "visible" ? Sheet(reader) : [];
                if (rows.Count > 0 && string.Join(';', rows[0]) == FuzzWorld.HeaderOf(contract))
                    return rows;
            }
            while (reader.NextResult());

            return [];
        }
        catch (Exception)
        {
            // Whatever it throws: it cannot read the file.
            return null;
        }
    }

    /// <summary>A grid as a spreadsheet has it: nothing beyond the last cell, and rows as wide as the header.</summary>
    public static List<string[]> Squared(List<string[]> grid, int columns)
    {
        var squared = grid.Select(row => Trimmed(row)).ToList();
        while (squared.Count > 0 && squared[^1].Length == 0)
            squared.RemoveAt(squared.Count - 1);
        return
        [
            .. squared.Select((row, at) => at == 0 || row.Length == 0 || row.Length >= columns
                ? row
                : [.. row, .. Enumerable.Repeat("", columns - row.Length)]),
        ];
    }

    /// <summary>The CSV a person would write for it; every field quoted where that matters.</summary>
    public static byte[] ToCsv(List<string[]> grid) => Encoding.UTF8.GetBytes(string.Concat(grid.Select(row =>
        string.Join(';', row.Select(f => f.AsSpan().IndexOfAny(";\"") >= 0
            ? $"\"{f.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : f)) + "\n")));

    /// <summary>Numbers as numbers where their digits are the same, the rest as text.</summary>
    public static WorkbookFile ToWorkbook(List<string[]> grid, Random random) => WorkbookFile.OfCells(
        grid.Select(row => row.Select(f => IsPlainNumber(f) && random.Next(2) == 0
            ? WorkbookFile.Number(f, random.Next(2) * 3)
            : WorkbookFile.Text(f))));

    private static bool IsPlainNumber(string field) =>
        field.Length is > 0 and < 10 && field.All(char.IsAsciiDigit) && (field[0] != '0' || field.Length == 1);

    private static string[] Trimmed(string[] row)
    {
        var used = row.Length;
        while (used > 0 && row[used - 1].Length == 0)
            used--;
        return row[..used];
    }

    private static List<string[]> Sheet(IExcelDataReader reader)
    {
        var rows = new List<string[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount)
                .Select(at => Convert.ToString(reader.GetValue(at), CultureInfo.InvariantCulture) ?? "")]);
        return rows.Count == 0 ? rows : Squared(rows, rows[0].Length);
    }
}
