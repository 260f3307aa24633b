using Twente.Igw.Deliveries;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries;

/// <summary>The rule of each column and of the row as a whole, with the line and column of what breaks it.</summary>
public sealed class PolitieWeekRowTests
{
    [Theory]
    [InlineData("2025-W05;2021;BU01530000;1.1.1;1;nacht;0")]
    [InlineData("2025-W07;2021;BU0153010A;2.6.10;7;avond;9999")]
    [InlineData("2025-W06;2025;BU01530000;E33;;;1")]
    [InlineData("2025-W06;2021;GM0153;JEUGD;;ochtend;0007")]
    [InlineData("2025-W06;2021;GM0153;1.1.1 ;3;;1")]
    [InlineData("2025-W06;2021;GM0153;    E33  ;3;middag;1")]
    [InlineData("\"2025-W06\";\"2021\";\"GM0153\";\"1.1.1 \";\"\";\"\";\"1\"")]
    public void Accepts_what_the_contract_allows(string row) => Assert.Empty(SampleFile.CheckRows(row).Findings.Kept);

    [Theory]
    [InlineData("2025-W7", "week.form")]
    [InlineData("2025-w07", "week.form")]
    [InlineData("2025W07", "week.form")]
    [InlineData("202507", "week.form")]
    [InlineData(" 2025-W07", "week.form")]
    [InlineData("2025-W07 ", "week.form")]
    [InlineData("٢٠٢٥-W07", "week.form")]
    [InlineData("", "week.form")]
    [InlineData("2025-W53", "week.unknown")]
    [InlineData("2027-W53", "week.unknown")]
    [InlineData("2025-W00", "week.unknown")]
    [InlineData("0000-W01", "week.unknown")]
    [InlineData("2025-W04", "week.outside-range")]
    [InlineData("2025-W08", "week.outside-range")]
    [InlineData("2026-W53", "week.outside-range")]
    [InlineData("2024-W06", "week.outside-range")]
    public void Holds_the_week_to_ISO_8601_and_the_file_name(string value, string code) =>
        AssertRefused(1, value, code);

    [Theory]
    [InlineData("2020")]
    [InlineData("2021 ")]
    [InlineData("21")]
    [InlineData("02021")]
    [InlineData("")]
    public void Holds_the_boundary_year_to_those_loaded(string value) =>
        AssertRefused(2, value, FindingCode.BoundaryYearUnknown);

    [Theory]
    [InlineData("BU0153000", "area.form")]
    [InlineData("BU015300000", "area.form")]
    [InlineData("bu01530000", "area.form")]
    [InlineData("BU0153000a", "area.form")]
    [InlineData("BU01530000 ", "area.form")]
    [InlineData("BU0153-000", "area.form")]
    [InlineData("WK015300", "area.form")]
    [InlineData("GM153", "area.form")]
    [InlineData("GM01530", "area.form")]
    [InlineData("01530000", "area.form")]
    [InlineData("City", "area.form")]
    [InlineData("", "area.form")]
    [InlineData("BU01539999", "area.unknown")]
    [InlineData("BU0153010B", "area.unknown")]
    public void Holds_the_area_to_the_neighbourhoods_of_the_gemeente(string value, string code) =>
        AssertRefused(3, value, code);

    [Fact]
    public void Holds_the_area_to_the_boundary_year_of_its_row()
    {
        var finding = SampleFile.CheckRows("2025-W05;2025;BU01530001;1.1.1;;;1").OnlyFinding();

        Assert.Equal((FindingCode.AreaUnknown, "BU01530001"), (finding.Code, finding.Value));
        Assert.Contains("2025", finding.Rule, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.1.2", "category.unknown")]
    [InlineData("1.1", "category.unknown")]
    [InlineData("e33", "category.unknown")]
    [InlineData("vermogen", "category.unknown")]
    [InlineData("1.1.1\t", "category.unknown")]
    [InlineData("1. 1.1", "category.unknown")]
    [InlineData("  ", "category.unknown")]
    [InlineData("", "category.unknown")]
    [InlineData("0.0.0", "category.control-total")]
    [InlineData("0.0.0 ", "category.control-total")]
    public void Holds_the_category_to_those_the_tenant_counts(string value, string code) =>
        AssertRefused(4, value, code);

    [Fact]
    public void Refuses_the_control_total_even_when_the_tenant_lists_it()
    {
        var known = SampleFile.KnownOf("GM0153", ["0.0.0"], (2021, SampleFile.Neighbourhoods));
        var file = System.Text.Encoding.UTF8.GetBytes(SampleFile.Header + "\n2025-W05;2021;GM0153;0.0.0;;;1");

        Assert.Equal(
            FindingCode.CategoryControlTotal, SampleFile.Check(file, SampleFile.Name, known).OnlyFinding().Code);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("8")]
    [InlineData("01")]
    [InlineData(" ")]
    [InlineData("ma")]
    [InlineData("１")]
    public void Holds_the_weekday_to_1_to_7_or_empty(string value) => AssertRefused(5, value, FindingCode.WeekdayForm);

    [Theory]
    [InlineData("Nacht")]
    [InlineData("nacht ")]
    [InlineData("night")]
    [InlineData("0-6")]
    [InlineData(" ")]
    public void Holds_the_daypart_to_four_words_or_empty(string value) =>
        AssertRefused(6, value, FindingCode.DaypartForm);

    [Theory]
    [InlineData("-1", "count.form")]
    [InlineData("+1", "count.form")]
    [InlineData("1.0", "count.form")]
    [InlineData("1,0", "count.form")]
    [InlineData("1.000", "count.form")]
    [InlineData("1e3", "count.form")]
    [InlineData("=1+1", "count.form")]
    [InlineData("0x1", "count.form")]
    [InlineData("1 ", "count.form")]
    [InlineData("１", "count.form")]
    [InlineData("NaN", "count.form")]
    [InlineData("", "count.form")]
    [InlineData("10000", "count.range")]
    [InlineData("00001", "count.range")]
    [InlineData("99999999999999999999999999", "count.range")]
    public void Holds_the_count_to_a_whole_number_below_ten_thousand(string value, string code) =>
        AssertRefused(7, value, code);

    [Fact]
    public void Names_every_column_that_is_wrong_in_the_order_of_the_columns()
    {
        var file = SampleFile.CheckRows(SampleFile.Row, "x;x;x;x;x;x;x");

        Assert.Equal(Enumerable.Range(1, 7), file.Findings.Kept.Select(f => f.Column));
        Assert.All(file.Findings.Kept, f => Assert.Equal((3L, "x"), (f.Line, f.Value)));
        Assert.DoesNotContain(file.Findings.Kept, f => f.Rule.Contains('{', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2025-W05;2021;BU01530000;1.1.1;1;nacht", 6)]
    [InlineData("2025-W05;2021;BU01530000;1.1.1;1;nacht;1;", 8)]
    [InlineData("2025-W05", 1)]
    [InlineData("\"\"", 1)]
    public void Refuses_a_row_of_other_length(string row, int columns)
    {
        var finding = SampleFile.CheckRows(SampleFile.Row, row).OnlyFinding();

        Assert.Equal((3L, 0, FindingCode.RowColumns, ""), (finding.Line, finding.Column, finding.Code, finding.Value));
        Assert.StartsWith(
            string.Create(CultureInfo.InvariantCulture, $"Deze regel heeft {columns} kolommen"), finding.Rule,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n", 2)]
    [InlineData(SampleFile.Row + "\n\n", 3)]
    [InlineData(SampleFile.Row + "\r\n\r\n", 3)]
    public void Refuses_a_blank_line_also_at_the_end(string rows, long line)
    {
        var finding = SampleFile.Check(SampleFile.Header + "\n" + rows).OnlyFinding();

        Assert.Equal((line, 0, FindingCode.RowBlank), (finding.Line, finding.Column, finding.Code));
    }

    [Theory]
    [InlineData("2025-W05;2021;\"BU01530000;1.1.1;1;nacht;1", 3)]
    [InlineData("2025-W05;2021;BU01530000;1.1.1;1;nacht;\"1", 7)]
    [InlineData("2025-W05;2021;BU01530000;\"1.1.1\" ;1;nacht;1", 4)]
    [InlineData("2025-W05;2021;BU01530000;1.1.1;1;na\"cht;1", 6)]
    public void Refuses_quotes_that_do_not_close_where_they_should(string row, int column)
    {
        var finding = SampleFile.CheckRows(SampleFile.Row, row).OnlyFinding();

        Assert.Equal((3L, column, FindingCode.RowQuote), (finding.Line, finding.Column, finding.Code));
    }

    [Fact]
    public void Refuses_a_line_end_inside_a_field_and_knows_the_line_of_the_next_field()
    {
        var file = SampleFile.CheckRows("2025-W05;2021;BU01530000;\"1.1\n.1\";9;nacht;1", "2025-W05;2021;GM0153;x;;;1");

        Assert.Equal(
            [(2L, 4, "1.1␊.1"), (3L, 5, "9"), (4L, 4, "x")],
            file.Findings.Kept.Select(f => (f.Line, f.Column, f.Value)));
    }

    [Theory]
    [InlineData(SampleFile.Row)]
    [InlineData("2025-W05;2021;BU01530000;1.1.1;1;nacht;2")]
    [InlineData("2025-W05;2021;BU01530000; 1.1.1 ;1;nacht;1")]
    [InlineData("2025-W05;2021;BU01530000;\"1.1.1\";1;nacht;1")]
    public void Refuses_a_key_that_was_there_before(string row)
    {
        var other = "2025-W06;2021;BU01530000;1.1.1;1;nacht;1";
        var finding = SampleFile.CheckRows(SampleFile.Row, other, row).OnlyFinding();

        Assert.Equal(
            (4L, 0, FindingCode.KeyDuplicate, row), (finding.Line, finding.Column, finding.Code, finding.Value));
    }

    [Fact]
    public void A_key_differs_by_each_of_its_parts() => Assert.Empty(SampleFile.CheckRows(
        SampleFile.Row,
        "2025-W06;2021;BU01530000;1.1.1;1;nacht;1",
        "2025-W05;2021;BU01530001;1.1.1;1;nacht;1",
        "2025-W05;2021;GM0153;1.1.1;1;nacht;1",
        "2025-W05;2021;BU01530000;2.6.10;1;nacht;1",
        "2025-W05;2021;BU01530000;1.1.1;2;nacht;1",
        "2025-W05;2021;BU01530000;1.1.1;;nacht;1",
        "2025-W05;2021;BU01530000;1.1.1;1;avond;1",
        "2025-W05;2021;BU01530000;1.1.1;1;;1").Findings.Kept);

    [Fact]
    public void Refuses_a_second_boundary_year_once_for_each_week()
    {
        var file = SampleFile.CheckRows(
            "2025-W05;2021;GM0153;E33;;;1", "2025-W05;2025;GM0153;E33;;;1", "2025-W05;2025;GM0153;1.1.1;;;1",
            "2025-W06;2025;GM0153;E33;;;1", "2025-W06;2021;GM0153;E33;;;1");

        Assert.Equal(
            [(3L, 2, FindingCode.BoundaryYearMixed, "2025"), (6L, 2, FindingCode.BoundaryYearMixed, "2021")],
            file.Findings.Kept.Select(f => (f.Line, f.Column, f.Code, f.Value)));
    }

    private static void AssertRefused(int column, string value, string code)
    {
        var fields = SampleFile.Row.Split(';');
        fields[column - 1] = value;
        var finding = SampleFile.CheckRows("2025-W06;2021;GM0153;E33;;;1", string.Join(';', fields)).OnlyFinding();

        Assert.Equal((3L, column, code, value), (finding.Line, finding.Column, finding.Code, Shown(finding.Value)));
        Assert.DoesNotContain("{0}", finding.Rule, StringComparison.Ordinal);
    }

    private static string Shown(string value) => value.Replace('␉', '\t');
}
