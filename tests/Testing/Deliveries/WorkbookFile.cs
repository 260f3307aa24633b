using System.IO.Compression;
using System.Text;

namespace Twente.Igw.Testing;

/// <summary>A workbook made part by part, so that a test can make any part of it wrong.</summary>
public sealed record WorkbookFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Parts by name; the same name twice stands twice in the archive.</summary>
    public required IReadOnlyList<(string Name, string Xml)> Parts { get; init; }

    public CompressionLevel Level { get; init; } = CompressionLevel.Fastest;

    /// <summary>One sheet with these rows, each cell a text: <c>week;indelingsjaar;…</c>.</summary>
    public static WorkbookFile OfLines(params IEnumerable<string> lines) =>
        OfCells([.. lines.Select(line => line.Split(';').Select(Text).ToArray())]);

    /// <summary>One sheet with these rows of cells as XML, without their places.</summary>
    public static WorkbookFile OfCells(params IEnumerable<IEnumerable<string>> rows) =>
        OfSheets(("Cijfers", "", Rows(rows)));

    /// <summary>Sheets with a name, a state ("" is visible) and the XML within their <c>sheetData</c>.</summary>
    public static WorkbookFile OfSheets(params (string Name, string State, string Rows)[] sheets) => new()
    {
        Parts =
        [
            ("_rels/.rels", Relations([("rId1", "officeDocument", "xl/workbook.xml")])),
            ("xl/_rels/workbook.xml.rels", Relations([
                .. sheets.Select((_, at) => ($"rId{at + 1}", "worksheet", $"worksheets/sheet{at + 1}.xml")),
                ("rId98", "styles", "styles.xml"), ("rId99", "sharedStrings", "/xl/sharedStrings.xml")])),
            ("xl/workbook.xml", string.Concat(
                sheets.Select((s, at) => $"""<sheet name="{s.Name}" {State(s.State)} r:id="rId{at + 1}"/>""")
                    .Prepend($"""<workbook xmlns="{Main}" xmlns:r="{Kinds}"><sheets>""")
                    .Append("</sheets></workbook>"))),
            ("xl/styles.xml", $"""
                <styleSheet xmlns="{Main}"><numFmts><numFmt numFmtId="164" formatCode="d-m-yyyy"/>
                <numFmt numFmtId="165" formatCode="0&quot; dagen&quot;"/></numFmts><cellXfs><xf/><xf numFmtId="14"/>
                <xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>
                """),
            ("xl/sharedStrings.xml", $"""
                <sst xmlns="{Main}"><si><t>2021</t></si><si><r><t>BU0153</t></r><r><t>0000</t></r><rPh><t>x</t></rPh></si>
                </sst>
                """),
            .. sheets.Select((s, at) => ($"xl/worksheets/sheet{at + 1}.xml",
                $"""<worksheet xmlns="{Main}"><sheetData>{s.Rows}</sheetData></worksheet>""")),
        ],
    };

    public static string Rows(params IEnumerable<IEnumerable<string>> rows) =>
        string.Concat(rows.Select(cells => $"<row>{string.Concat(cells)}</row>"));

    /// <summary>A cell with a text of its own.</summary>
    public static string Text(string text) =>
        text.Length == 0
            ? "<c/>"
            : $"""<c t="inlineStr"><is><t xml:space="preserve">{System.Security.SecurityElement.Escape(text)}</t></is></c>""";

    /// <summary>A cell with a number as it is stored.</summary>
    public static string Number(string stored, int style = 0) => $"""<c s="{style}"><v>{stored}</v></c>""";

    public byte[] ToBytes()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, xml) in Parts)
            {
                using var part = zip.CreateEntry(name, Level).Open();
                part.Write(Encoding.UTF8.GetBytes(xml));
            }
        }

        return file.ToArray();
    }

    public WorkbookFile With(string part, string xml) => this with
    {
        Parts = [.. Parts.Select(p => p.Name == part ? (part, xml) : p)],
    };

    private static string State(string state) => state.Length == 0 ? "" : $"state=\"{state}\"";

    private static string Relations(IEnumerable<(string Id, string Kind, string Target)> all) => string.Concat(
        all.Select(r => $"""<Relationship Id="{r.Id}" Type="{Kinds}/{r.Kind}" Target="{r.Target}"/>""")
            .Prepend("""<Relationships xmlns="x">""").Append("</Relationships>"));
}
