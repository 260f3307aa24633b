using System.Text;
using Twente.Igw.Areas;
using Twente.Igw.Deliveries;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries;

/// <summary>What refuses a whole file with one finding: encoding, separator and header.</summary>
public sealed class PolitieWeekFormTests
{
    private const string Text = SampleFile.Header + "\n" + SampleFile.Row + "\n";

    [Theory]
    [InlineData("\n", "")]
    [InlineData("\r\n", "")]
    [InlineData("\n", "\uFEFF")]
    [InlineData("\r\n", "\uFEFF")]
    public void Accepts_either_line_end_with_or_without_byte_order_mark(string lineEnd, string mark)
    {
        var file = SampleFile.Check(mark + Text.Replace("\n", lineEnd, StringComparison.Ordinal));

        Assert.False(file.IsRefused);
        Assert.Equal((1L, 1L), (file.Rows, file.Sum));
    }

    [Fact]
    public void Accepts_quoted_fields_also_in_the_header()
    {
        var file = SampleFile.Check("\"" + Text.TrimEnd().Replace(";", "\";\"", StringComparison.Ordinal)
            .Replace("\n", "\"\r\n\"", StringComparison.Ordinal) + "\"");

        Assert.False(file.IsRefused);
        Assert.Equal(1, file.Sum);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    public void Refuses_an_empty_file(string text) =>
        AssertOnly(SampleFile.Check(text), 0, 0, FindingCode.FileEmpty, "");

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    public void Refuses_UTF16_by_its_mark(string encoding, bool mark)
    {
        var utf16 = Encoding.GetEncoding(encoding);
        var bytes = (mark ? utf16.GetPreamble() : []).Concat(utf16.GetBytes(Text)).ToArray();

        AssertOnly(SampleFile.Check(bytes), 0, 0, FindingCode.FileEncoding, "UTF-16");
    }

    [Fact]
    public void Refuses_UTF16_without_a_mark_by_its_zero_bytes() =>
        AssertOnly(SampleFile.Check(Encoding.Unicode.GetBytes(Text)), 1, 0, FindingCode.FileEncoding, "byte 0x00");

    [Fact]
    public void Refuses_a_zero_byte_and_names_its_line() =>
        AssertOnly(SampleFile.Check(Text + "2025-W05;\0\n"), 3, 0, FindingCode.FileEncoding, "byte 0x00");

    [Fact]
    public void Refuses_Latin1_and_names_the_byte()
    {
        var bytes = Encoding.Latin1.GetBytes(Text + "2025-W05;2021;BU01530000;café;;;1\n");

        AssertOnly(SampleFile.Check(bytes), 3, 0, FindingCode.FileEncoding, "byte 0xE9");
    }

    [Theory]
    [InlineData(',', "komma")]
    [InlineData('\t', "tab")]
    [InlineData('|', "|")]
    public void Refuses_another_separator(char separator, string name) =>
        AssertOnly(SampleFile.Check(Text.Replace(';', separator)), 1, 0, FindingCode.FileSeparator, name);

    [Theory]
    [InlineData("week;indelingsjaar;buurtcode;code;weekdag;dagdeel", "header.missing-column", 7, "aantal")]
    [InlineData("indelingsjaar;buurtcode;code;weekdag;dagdeel;aantal", "header.missing-column", 1, "week")]
    [InlineData("week;indelingsjaar;code;weekdag;dagdeel;aantal", "header.missing-column", 3, "buurtcode")]
    [InlineData("", "header.missing-column", 1, "week")]
    [InlineData("week;indelingsjaar;buurtcode;code;weekdag;dagdeel;aantal;", "header.extra-column", 8, "")]
    [InlineData("week;id;indelingsjaar;buurtcode;code;weekdag;dagdeel;aantal", "header.extra-column", 2, "id")]
    [InlineData("Week;indelingsjaar;buurtcode;code;weekdag;dagdeel;aantal", "header.extra-column", 1, "Week")]
    [InlineData("week;indelingsjaar; buurtcode;code;weekdag;dagdeel;aantal", "header.extra-column", 3, " buurtcode")]
    [InlineData(SampleFile.Row, "header.extra-column", 1, "2025-W05")]
    [InlineData("week;week;indelingsjaar;buurtcode;code;weekdag;dagdeel;aantal", "header.duplicate-column", 2, "week")]
    [InlineData("week;indelingsjaar;buurtcode;code;weekdag;aantal;aantal", "header.duplicate-column", 7, "aantal")]
    [InlineData("week;indelingsjaar;buurtcode;code;dagdeel;weekdag;aantal", "header.column-order", 5, "dagdeel")]
    [InlineData("aantal;week;indelingsjaar;buurtcode;code;weekdag;dagdeel", "header.column-order", 1, "aantal")]
    [InlineData("week;indelingsjaar;\"buurtcode;code;weekdag;dagdeel;aantal", "row.quote", 3, "\"")]
    public void Refuses_another_header_with_one_finding_that_names_the_column(
        string header, string code, int column, string value) =>
        AssertOnly(SampleFile.Check(header + "\n" + SampleFile.Row + "\nrommel\n"), 1, column, code, value);

    [Fact]
    public void Says_that_the_gemeente_has_no_areas_yet()
    {
        var known = SampleFile.Known with { Areas = new Dictionary<int, MunicipalityAreas>() };

        AssertOnly(
            SampleFile.Check(Encoding.UTF8.GetBytes(Text), SampleFile.Name, known),
            0, 0, FindingCode.BoundaryYearNone, "GM0153");
    }

    private static void AssertOnly(CheckedWeeks file, long line, int column, string code, string value)
    {
        var finding = file.OnlyFinding();
        Assert.Equal((line, column, code, value), (finding.Line, finding.Column, finding.Code, finding.Value));
        Assert.DoesNotContain("{0}", finding.Rule, StringComparison.Ordinal);
        Assert.Empty(file.Weeks);
    }
}
