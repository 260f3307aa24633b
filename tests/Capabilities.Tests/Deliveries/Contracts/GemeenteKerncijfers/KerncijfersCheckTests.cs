using System.Text;
using Twente.Igw.Areas;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries;

public sealed class KerncijfersCheckTests
{
    private const string Header = "periode;indelingsjaar;gebied;kengetal;waarde";
    private static readonly AreaCode Enschede = AreaCode.Parse("GM0153");

    [Fact]
    public void Rows_that_are_right_become_facts_in_three_states()
    {
        var check = Check(
            "2025-Q1;2021;BU01530000;huishoudens-bijstand;25", "2025-Q1;2021;BU01530001;huishoudens-bijstand;0",
            "2025-Q1;2021;BU01530100;huishoudens-bijstand;", "2025-Q1;2021;GM0153;huishoudens-bijstand;-99997",
            "2025;2021;WK015300;woz-niet-woningen;310");

        Assert.False(check.IsRefused, Told(check));
        Assert.Equal(
            [25, 0, null, null, 310], ((CheckedKeyFigures)check).Facts.Select(f => f.Value.Number));
        Assert.Equal((5, 335), (check.Rows, check.Sum));
    }

    [Fact]
    public void What_is_not_stated_is_no_fact() => Assert.Single(
        ((CheckedKeyFigures)Check("2025;2021;GM0153;woz-niet-woningen;310")).Facts);

    [Theory]
    [InlineData("2026;2021;GM0153;woz-niet-woningen;1", FindingCode.PeriodOutsideFile, 1)]
    [InlineData("2025-Q5;2021;GM0153;woz-niet-woningen;1", FindingCode.PeriodForm, 1)]
    [InlineData("2025-W53;2021;GM0153;huishoudens-bijstand;25", FindingCode.PeriodForm, 1)]
    [InlineData("2025-03;2021;GM0153;huishoudens-bijstand;25", FindingCode.PeriodTooShort, 1)]
    [InlineData("2025-Q1;2021;GM0153;woz-niet-woningen;1", FindingCode.PeriodTooShort, 1)]
    [InlineData("2025;2020;GM0153;woz-niet-woningen;1", FindingCode.BoundaryYearUnknown, 2)]
    [InlineData("2025;2021;bu01530000;woz-niet-woningen;1", FindingCode.AreaCodeForm, 3)]
    [InlineData("2025;2021;BU01539999;woz-niet-woningen;1", FindingCode.AreaNotThere, 3)]
    [InlineData("2025;2021;BU01530000;schuldhulp;25", FindingCode.AreaTooFine, 3)]
    [InlineData("2025;2021;WK015300;huisverboden;25", FindingCode.AreaTooFine, 3)]
    [InlineData("2025;2021;GM0153;herkomst;1", FindingCode.FigureUnknown, 4)]
    [InlineData("2025;2021;GM0153;inwoners;1", FindingCode.FigureOfCbs, 4)]
    [InlineData("2025;2021;GM0153;woz-niet-woningen;-5", FindingCode.ValueForm, 5)]
    [InlineData("2025;2021;GM0153;woz-niet-woningen;=1+1", FindingCode.ValueForm, 5)]
    [InlineData("2025;2021;GM0153;woz-niet-woningen;1.234,5", FindingCode.ValueForm, 5)]
    [InlineData("2025;2021;GM0153;woz-niet-woningen;1.234", FindingCode.ValueDecimals, 5)]
    [InlineData("2025;2021;GM0153;huishoudens-bijstand;9", FindingCode.ValueBelowThreshold, 5)]
    [InlineData("2025;2021;GM0153", FindingCode.RowColumns, 0)]
    [InlineData("", FindingCode.RowBlank, 0)]
    [InlineData("2025;2021;GM0153;woz-niet-woningen;\"1", FindingCode.RowQuote, 5)]
    public void What_is_wrong_is_named_with_line_column_and_code(string row, string code, int column)
    {
        var check = Check("2025;2021;WK015300;woz-niet-woningen;310", row);

        var finding = Assert.Single(check.Findings.Kept);
        Assert.Equal((3, column, code), (finding.Line, finding.Column, finding.Code));
    }

    [Fact]
    public void Everything_that_is_wrong_in_a_row_is_told() => Assert.Equal(
        [FindingCode.PeriodForm, FindingCode.BoundaryYearUnknown, FindingCode.FigureUnknown, FindingCode.ValueForm],
        Check("x;x;GM0153;x;x").Findings.Kept.Select(f => f.Code));

    [Fact]
    public void A_point_and_a_comma_never_both_are_the_decimal_mark()
    {
        var list = KeyFigureList.Default.With([KeyFigure.Parse(
            "verhuizingen;Verhuizingen;%;wonen;gemeente, BRP;Wet BRP;buurt;jaar;0;gemiddelde;1;gemeente;")]);
        string[] both = ["2025;2021;BU01530000;verhuizingen;2,5", "2025;2021;BU01530001;verhuizingen;2.5"];

        Assert.Equal(FindingCode.ValueMark, Assert.Single(Check(list, both).Findings.Kept).Code);
        Assert.False(Check(list, both[0], "2025;2021;BU01530001;verhuizingen;3").IsRefused);
    }

    [Fact]
    public void The_same_row_twice_is_refused() => Assert.Equal(
        FindingCode.KeyDuplicateFigure,
        Assert.Single(Check(
            "2025;2021;GM0153;woz-niet-woningen;1", "2025;2021;GM0153;woz-niet-woningen;2").Findings.Kept).Code);

    [Fact]
    public void A_figure_of_a_period_is_on_one_boundary_year() => Assert.Equal(
        FindingCode.BoundaryYearMixedFigure,
        Assert.Single(Check(
            "2025;2021;BU01530000;woz-niet-woningen;1", "2025;2022;BU01530001;woz-niet-woningen;2",
            "2025;2022;GM0153;woz-niet-woningen;2").Findings.Kept).Code);

    [Fact]
    public void A_row_of_another_gemeente_is_told_without_what_it_says()
    {
        var check = Check("2025;2021;BU01640000;woz-niet-woningen;310");

        Assert.Equal("GM0164", Assert.Single(check.ForeignMunicipalities).Code);
        var finding = Assert.Single(check.Findings.Kept);
        Assert.Equal((FindingCode.AreaForeign, ""), (finding.Code, finding.Value));
    }

    [Fact]
    public void A_file_without_rows_says_nothing_and_is_refused() =>
        Assert.Equal(FindingCode.FileNoFigures, Assert.Single(Check().Findings.Kept).Code);

    [Fact]
    public void The_header_is_that_of_the_schema() =>
        Assert.Equal(Header, TableSchema.Of(ContractName.GemeenteKerncijfers).Header);

    [Theory]
    [InlineData("gemeente-kerncijfers_GM0153_2025.csv", null)]
    [InlineData("gemeente-kerncijfers_GM0153_2025-Q1.xlsx", null)]
    [InlineData("gemeente-kerncijfers_GM0153.csv", FindingCode.FileKeyFigureName)]
    [InlineData("gemeente-kerncijfers_Enschede_2025.csv", FindingCode.FileKeyFigureName)]
    [InlineData("gemeente-kerncijfers_GM0153_2025.txt", FindingCode.FileKeyFigureName)]
    [InlineData("gemeente-kerncijfers_GM0153_2025-13.csv", FindingCode.FilePeriod)]
    public void A_name_says_whose_figures_of_what_period(string name, string? code) =>
        Assert.Equal(code, KerncijfersFileName.Read(name).Finding?.Code);

    private static CheckedFile Check(params string[] rows) => Check(KeyFigureList.Default, rows);

    private static CheckedFile Check(KeyFigureList list, params string[] rows) => KerncijfersCheck.Check(
        Encoding.UTF8.GetBytes(string.Concat(rows.Prepend(Header).Select(r => r + "\n"))),
        new KerncijfersFileName(Enschede, KeyFigurePeriod.OfYear(2025)),
        new Dictionary<int, MunicipalityAreas> { [2021] = Areas(2021), [2022] = Areas(2022) }, list,
        TestContext.Current.CancellationToken);

    private static MunicipalityAreas Areas(int year) => new(
        year, new Area(Enschede, "Enschede", null, 1, 1),
        [new Area(AreaCode.Parse("WK015300"), "Wijk 00", Enschede, 1, 1)],
        new[] { "BU01530000", "BU01530001", "BU01530100" }.Select(
            c => new Area(AreaCode.Parse(c), c, AreaCode.Parse(c).District, 1, 1)));

    private static string Told(CheckedFile check) => string.Join('\n', check.Findings.Kept);
}
