using System.Text;
using Twente.Igw.Deliveries;
using Twente.Igw.Testing;
using Xunit;
using static Twente.Igw.Testing.WorkbookFile;

namespace Twente.Igw.Capabilities.Tests.Deliveries;

/// <summary>A workbook says what the same content says as CSV, or is refused.</summary>
public sealed class ReadWorkbookTests
{
    private static readonly TableSchema Schema = TableSchema.Of(ContractName.PolitieWeek);
    private static readonly string[] Right = SampleFile.Row.Split(';');

    [Fact]
    public void Says_what_the_same_rows_say_as_CSV()
    {
        string[] lines = [SampleFile.Header, SampleFile.Row, "2025-W06;2021;GM0153;E33;;;2"];

        Assert.Equal(Lines(lines), TextOf(OfLines(lines)));
    }

    [Theory]
    [InlineData("<c><v>12</v></c>", "12")]
    [InlineData("""<c t="n" s="3"><v>12</v></c>""", "12")]
    [InlineData("""<c t="inlineStr"><is><t>12</t></is></c>""", "12")]
    [InlineData("""<c t="str"><v>12</v></c>""", "12")]
    [InlineData("<c><v>12.5</v></c>", "12.5")]
    [InlineData("<c><v>1E3</v></c>", "1E3")]
    [InlineData("<c><f>6+6</f><v>12</v></c>", "=6+6")]
    [InlineData("<c><f/><v>12</v></c>", "=")]
    [InlineData("""<c t="e"><v>#REF!</v></c>""", "#REF!")]
    [InlineData("""<c t="b"><v>1</v></c>""", "WAAR")]
    [InlineData("""<c s="1"><v>12</v></c>""", "11-01-1900 00:00")]
    [InlineData("""<c s="2"><v>36892.5</v></c>""", "01-01-2001 12:00")]
    [InlineData("""<c s="1"><v>-1</v></c>""", "datum -1")]
    [InlineData("""<c t="d"><v>2025-03</v></c>""", "datum 2025-03")]
    [InlineData("""<c t="inlineStr"><is><t>een&#10;twee</t></is></c>""", "een␊twee")]
    [InlineData("""<c t="s"><v>0</v></c>""", "2021")]
    [InlineData("""<c t="s"><v>1</v></c>""", "BU01530000")]
    public void Reads_a_cell_as_it_is_stored(string cell, string expected)
    {
        var text = TextOf(OfCells(SampleFile.Header.Split(';').Select(Text), Right[..6].Select(Text).Append(cell)));

        Assert.Equal(Lines(SampleFile.Header, string.Join(';', [.. Right[..6], expected])), text);
    }

    [Fact]
    public void A_row_of_the_sheet_is_a_line_of_the_file()
    {
        var rows = $"""{Rows(SampleFile.Header.Split(';').Select(Text))}<row r="5"><c r="B5"><v>2021</v></c></row>""";
        var text = TextOf(OfSheets(("Blad1", "", rows + """<row r="900"><c r="A900"/></row>""")));

        Assert.Equal($"{SampleFile.Header}\n\n\n\n;2021;;;;;\n", text);
    }

    [Fact]
    public void The_first_visible_sheet_with_the_header_counts_and_others_are_named()
    {
        var header = Rows(SampleFile.Header.Split(';').Select(Text));
        var read = Read(OfSheets(
            ("Toelichting", "", Rows([Text("Lees dit eerst")])), ("Oud", "hidden", header),
            ("Cijfers", "", header + Rows(Right.Select(Text))), ("Kopie", "", header)));

        Assert.Equal(("Cijfers", Lines(SampleFile.Header, SampleFile.Row)), (read.Sheet, Print(read)));
        Assert.Equal(["Kopie"], read.OtherSheets);
    }

    [Fact]
    public void Without_the_header_anywhere_the_first_sheet_shows_what_is_wrong()
    {
        var read = Read(OfSheets(("A", "", Rows([Text("week"), Text("jaar")])), ("B", "", "")));

        Assert.Equal(("A", "week;jaar\n"), (read.Sheet, Print(read)));
    }

    [Theory]
    [InlineData("xl/workbook.xml", "<workbook>")]
    [InlineData("xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a 'b'>]><workbook><sheets/></workbook>")]
    [InlineData("xl/sharedStrings.xml", "<sst><si><t><![CDATA[x]]></t></si></sst>")]
    [InlineData("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r='2'/><row r='2'/></sheetData></worksheet>")]
    [InlineData("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r='1048577'/></sheetData></worksheet>")]
    [InlineData("xl/worksheets/sheet1.xml",
        "<worksheet><sheetData><row><c r='B1'/><c r='A1'/></row></sheetData></worksheet>")]
    [InlineData("xl/worksheets/sheet1.xml",
        "<worksheet><sheetData><row><c><v>1</v><v>2</v></c></row></sheetData></worksheet>")]
    [InlineData("xl/worksheets/sheet1.xml",
        "<worksheet><sheetData><row><c t='s'><v>7</v></c></row></sheetData></worksheet>")]
    public void Refuses_what_no_spreadsheet_writes(string part, string xml) =>
        Assert.Equal(FindingCode.WorkbookUnreadable, Read(OfLines(SampleFile.Header).With(part, xml)).Finding?.Code);

    [Fact]
    public void Refuses_what_is_no_workbook()
    {
        Assert.Equal(FindingCode.WorkbookUnreadable, Read([]).Finding?.Code);
        Assert.Equal(FindingCode.WorkbookUnreadable, Read(Encoding.UTF8.GetBytes(SampleFile.Header)).Finding?.Code);
        Assert.Equal(FindingCode.WorkbookUnreadable, Read(OfLines("x").ToBytes()[..^30]).Finding?.Code);
        var twice = OfLines("x");
        Assert.Equal(
            FindingCode.WorkbookUnreadable,
            Read(twice with { Parts = [.. twice.Parts, twice.Parts[0]] }).Finding?.Code);
    }

    [Fact]
    public void A_changed_byte_is_seen_by_the_checksum()
    {
        var file = OfLines(SampleFile.Header, SampleFile.Row) with
        {
            Level = System.IO.Compression.CompressionLevel.NoCompression,
        };
        var bytes = file.ToBytes();
        var at = bytes.AsSpan().LastIndexOf("BU01530000"u8);
        bytes[at + 9] = (byte)'1';

        Assert.Equal(FindingCode.WorkbookUnreadable, Read(bytes).Finding?.Code);
    }

    private static RowText Read(WorkbookFile file) => Read(file.ToBytes());

    private static RowText Read(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return ReadWorkbook.Execute(stream, Schema, TestContext.Current.CancellationToken);
    }

    private static string TextOf(WorkbookFile file)
    {
        var read = Read(file);
        Assert.Null(read.Finding);
        return Print(read);
    }

    private static string Print(RowText read) => Encoding.UTF8.GetString(read.Csv.Span);

    private static string Lines(params string[] lines) => string.Concat(lines.Select(line => line + "\n"));
}
