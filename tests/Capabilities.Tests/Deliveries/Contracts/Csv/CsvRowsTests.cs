using System.Text;
using Twente.Igw.Deliveries;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries;

public sealed class CsvRowsTests
{
    [Theory]
    [InlineData("a;b\nc;d\n")]
    [InlineData("a;b\r\nc;d\r\n")]
    [InlineData("a;b\r\nc;d")]
    [InlineData("\"a\";\"b\"\r\n\"c\";d\n")]
    public void Reads_rows_with_either_line_end_quoted_or_not(string text) =>
        Assert.Equal(["1: a|b", "2: c|d"], Read(text));

    [Theory]
    [InlineData("a;;\n", "1: a||")]
    [InlineData(";", "1: |")]
    [InlineData("\"\"", "1: ")]
    [InlineData("\"a;b\"", "1: a;b")]
    [InlineData("\"a \"\"b\"\"\";\"\"\"\"", "1: a \"b\"|\"")]
    [InlineData("a\rb;c\r", "1: a\rb|c\r")]
    public void Reads_fields_as_RFC_4180_writes_them(string text, string row) => Assert.Equal([row], Read(text));

    [Fact]
    public void Counts_line_ends_inside_quotes()
    {
        var rows = new CsvRows("a;\"x\r\ny\nz\";b\nc"u8, ';', 3);

        Assert.True(rows.Read());
        Assert.Equal((1L, 1L, 3L), (rows.Line, rows.LineOf(1), rows.LineOf(2)));
        Assert.Equal("a;\"x\r\ny\nz\";b", Encoding.UTF8.GetString(rows.Text));
        Assert.True(rows.Read());
        Assert.Equal(4, rows.Line);
        Assert.False(rows.Read());
    }

    [Theory]
    [InlineData("a;\"b\nc;d", CsvFault.UnclosedQuote, 2)]
    [InlineData("\"a\"\"", CsvFault.UnclosedQuote, 1)]
    [InlineData("a;\"b\"c;d\n", CsvFault.AfterQuote, 2)]
    [InlineData("a;\"b\"\rc;d\n", CsvFault.AfterQuote, 2)]
    [InlineData("a;b;c\"d\n", CsvFault.QuoteInside, 3)]
    [InlineData("a\"b;\"c\"d\n", CsvFault.QuoteInside, 1)]
    internal void Names_the_first_fault_of_a_row_and_its_column(string text, CsvFault fault, int column)
    {
        var rows = new CsvRows(Encoding.UTF8.GetBytes(text), ';', 3);

        Assert.True(rows.Read());
        Assert.Equal((fault, column), (rows.Fault, rows.FaultColumn));
    }

    [Fact]
    public void Goes_on_in_the_row_after_a_fault_that_ends() =>
        Assert.Equal(["1: AfterQuote", "2: QuoteInside", "3: c"], Read("\"a\"x;1\nb\"\nc\n"));

    [Theory]
    [InlineData("\n", true)]
    [InlineData("\r\n", true)]
    [InlineData("\"\"\n", false)]
    [InlineData(" \n", false)]
    [InlineData(";\n", false)]
    public void Tells_an_empty_line_from_an_empty_field(string text, bool blank)
    {
        var rows = new CsvRows(Encoding.UTF8.GetBytes(text), ';', 2);

        Assert.True(rows.Read());
        Assert.Equal(blank, rows.IsBlank);
        Assert.False(rows.Read());
    }

    private static List<string> Read(string text)
    {
        var read = new List<string>();
        var rows = new CsvRows(Encoding.UTF8.GetBytes(text), ';', 4);
        while (rows.Read())
        {
            var fields = new List<string>();
            for (var i = 0; i < rows.Columns; i++)
                fields.Add(Encoding.UTF8.GetString(rows[i]));
            var row = rows.Fault == CsvFault.None ? string.Join('|', fields) : rows.Fault.ToString();
            read.Add(string.Create(CultureInfo.InvariantCulture, $"{rows.Line}: {row}"));
        }

        return read;
    }
}
