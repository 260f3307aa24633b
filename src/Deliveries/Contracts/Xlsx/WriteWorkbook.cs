using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Writes a workbook of one sheet in which every cell is text, also the empty ones below: a spreadsheet would make a
/// date of the code 1.1.1.
/// </summary>
internal static class WriteWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <summary>Earliest time an archive can state; the same rows make the same bytes.</summary>
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="to">Where it goes.</param>
    /// <param name="sheet">Name of the sheet, at most 31 characters.</param>
    /// <param name="rows">Its rows; the first decides how many columns are text.</param>
    public static void Execute(Stream to, string sheet, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        Part(zip, "[Content_Types].xml", $"""
            <Types xmlns="{Types}"><Default Extension="rels"
            ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml"
            ContentType="{Spreadsheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml"
            ContentType="{Spreadsheet}.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml"
            ContentType="{Spreadsheet}.worksheet+xml"/></Types>
            """);
        Part(zip, "_rels/.rels", Relation(("rId1", "officeDocument", "xl/workbook.xml")));
        Part(zip, "xl/_rels/workbook.xml.rels", Relation(
            ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml")));
        Part(zip, "xl/workbook.xml", $"""
            <workbook xmlns="{Main}" xmlns:r="{Kinds}"><sheets><sheet name="{Escape(sheet)}" sheetId="1" r:id="rId1"/>
            </sheets></workbook>
            """);
        // Format 49 is "@": whatever is typed stays as it was typed.
        Part(zip, "xl/styles.xml", $"""
            <styleSheet xmlns="{Main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>
            <borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2">
            <xf/><xf numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>
            """);
        Part(zip, "xl/worksheets/sheet1.xml", Sheet(rows));
    }

    private static string Sheet(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            <worksheet xmlns="{Main}"><cols><col min="1" max="{rows[0].Count}" width="18" style="1"/></cols><sheetData>
            """);
        foreach (var row in rows)
        {
            text.Append("<row>");
            foreach (var cell in row)
                text.Append("<c s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">").Append(Escape(cell))
                    .Append("</t></is></c>");
            text.Append("</row>");
        }

        return text.Append("</sheetData></worksheet>").ToString();
    }

    private static string Relation(params (string Id, string Kind, string Target)[] all) => string.Concat(
        all.Select(r => $"""<Relationship Id="{r.Id}" Type="{Kinds}/{r.Kind}" Target="{r.Target}"/>""")
            .Prepend($"""<Relationships xmlns="{Relations}">""").Append("</Relationships>"));

    private static void Part(ZipArchive zip, string name, string xml)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = Always;
        using var writer = new StreamWriter(entry.Open(), new UTF8Encoding(false));
        writer.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""");
        writer.Write(xml);
    }

    private static string Escape(string text) =>
        string.Concat(text.Where(XmlConvert.IsXmlChar)).Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}
