using System.Text;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Makes the empty file of a contract, for a supplier to fill: its header and nothing else, so that it is refused or
/// says nothing until rows are added.
/// </summary>
public static class MakeTemplate
{
    private const int LongestSheetName = 31;

    /// <summary>With the mark by which a spreadsheet sees that it is UTF-8.</summary>
    public static byte[] Csv(TableSchema schema) =>
        [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(schema.Header + "\r\n")];

    /// <summary>A workbook whose columns are text.</summary>
    public static byte[] Workbook(TableSchema schema)
    {
        using var file = new MemoryStream();
        var name = schema.Name.Length <= LongestSheetName ? schema.Name : schema.Name[..LongestSheetName];
        WriteWorkbook.Execute(file, name, [[.. schema.Fields.Select(f => f.Name)]]);
        return file.ToArray();
    }
}
