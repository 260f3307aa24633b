using System.Text;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries;

public sealed class OpenDataCheckTests
{
    private const string Header = "ID;SoortMisdrijf;WijkenEnBuurten;Perioden;GeregistreerdeMisdrijven_1";

    private static readonly CategoryCode[] Offences =
        [CategoryCode.Parse("1.1.1"), CategoryCode.Parse("2.6.10")];

    [Fact]
    public void Keys_are_padded_with_blanks_or_fill_their_width()
    {
        var file = Check(
            "0;\"1.1.1 \";\"GM0153    \";\"2023MM01\";12", "1;\"2.6.10\";\"BU01530000\";\"2023JJ00\";\"  7\"");

        Assert.Empty(file.Findings.Kept);
        Assert.Equal(
            [("2023MM01", "GM0153", "1.1.1", 12), ("2023JJ00", "BU01530000", "2.6.10", 7)],
            file.Counts.Select(c => (c.Period.ToString(), c.Area.Code, c.Category.Code, c.Count!.Value)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("       .")]
    public void Empty_stays_not_known_and_is_no_zero(string value) =>
        Assert.Null(Assert.Single(Check($"0;1.1.1;GM0153;2023MM01;{value}").Counts).Count);

    [Fact]
    public void Rows_about_other_areas_are_counted_and_skipped()
    {
        var file = Check(
            "0;1.1.1;NL01;2023MM01;9", "1;onzin;GM0164;1066MM99;-1", "2;1.1.1;GM0153;2023MM01;1", "3;x;RE05;x;x");

        Assert.Empty(file.Findings.Kept);
        Assert.Equal((4L, 1L), (file.Rows, file.Sum));
        Assert.Equal((FindingCode.WarningOtherAreas, "3"),
            file.Warnings.Select(w => (w.Code, w.Value)).Single());
    }

    [Theory]
    [InlineData("x;1.1.1;GM0153;2023MM01;1", 1, FindingCode.IdForm)]
    [InlineData("0;E33;GM0153;2023MM01;1", 2, FindingCode.CategoryPublishedUnknown)]
    [InlineData("0;9.9.9;GM0153;2023MM01;1", 2, FindingCode.CategoryPublishedUnknown)]
    [InlineData("0;1.1.1;GM153;2023MM01;1", 3, FindingCode.AreaPublishedForm)]
    [InlineData("0;1.1.1; GM0153;2023MM01;1", 3, FindingCode.AreaPublishedForm)]
    [InlineData("0;1.1.1;BU01539999;2023MM01;1", 3, FindingCode.AreaPublishedUnknown)]
    [InlineData("0;1.1.1;GM0153;2023MM13;1", 4, FindingCode.PeriodPublishedForm)]
    [InlineData("0;1.1.1;GM0153;2023JJ01;1", 4, FindingCode.PeriodPublishedForm)]
    [InlineData("0;1.1.1;GM0153;2023MM00;1", 4, FindingCode.PeriodPublishedForm)]
    [InlineData("0;1.1.1;GM0153;2023;1", 4, FindingCode.PeriodPublishedForm)]
    [InlineData("0;1.1.1;GM0153;2023MM01;-1", 5, FindingCode.CountPublishedForm)]
    [InlineData("0;1.1.1;GM0153;2023MM01;1,5", 5, FindingCode.CountPublishedForm)]
    [InlineData("0;1.1.1;GM0153;2023MM01;1E3", 5, FindingCode.CountPublishedForm)]
    [InlineData("0;1.1.1;GM0153;2023MM01;10000000", 5, FindingCode.CountPublishedForm)]
    [InlineData("0;1.1.1;GM0153;2023MM01", 0, FindingCode.RowColumns)]
    public void A_wrong_row_is_refused_where_it_is_wrong(string row, int column, string code)
    {
        var finding = Assert.Single(Check(row).Findings.Kept);

        Assert.Equal((2L, column, code), (finding.Line, finding.Column, finding.Code));
    }

    [Fact]
    public void A_row_twice_is_refused()
    {
        var file = Check("0;1.1.1;GM0153;2023MM01;1", "1;1.1.1 ;GM0153;2023MM01;2");

        Assert.Equal(FindingCode.KeyPublishedDuplicate, Assert.Single(file.Findings.Kept).Code);
    }

    [Fact]
    public void A_year_and_its_months_are_different_periods()
    {
        var file = Check("0;1.1.1;GM0153;2023JJ00;5", "1;1.1.1;GM0153;2023MM01;1");

        Assert.Equal(2, file.Counts.Select(c => c.Period).Distinct().Count());
    }

    [Fact]
    public void A_complete_control_total_must_be_the_sum()
    {
        string[] classes = ["0;1.1.1;GM0153;2023MM01;3", "1;2.6.10;GM0153;2023MM01;4"];

        Assert.Empty(Check([.. classes, "2;0.0.0;GM0153;2023MM01;7"]).Findings.Kept);
        var finding = Assert.Single(Check(["2;0.0.0 ;GM0153;2023MM01;8", .. classes]).Findings.Kept);
        Assert.Equal((2L, 5, FindingCode.ControlTotalDiffers, "8"),
            (finding.Line, finding.Column, finding.Code, finding.Value));
    }

    [Theory]
    [InlineData("1;2.6.10;GM0153;2023MM01;")]
    [InlineData("1;2.6.10;GM0153;2023MM02;4")]
    [InlineData("1;2.6.10;WK015300;2023MM01;4")]
    public void Of_a_total_with_a_class_missing_nothing_can_be_said(string other) =>
        Assert.Empty(Check("0;1.1.1;GM0153;2023MM01;3", other, "2;0.0.0;GM0153;2023MM01;9").Findings.Kept);

    [Fact]
    public void A_file_without_a_row_of_this_gemeente_is_refused() => Assert.Equal(
        FindingCode.FileNoOwnRows, Assert.Single(Check("0;1.1.1;GM0164;2023MM01;3").Findings.Kept).Code);

    private static CheckedPublication Check(params string[] rows) => OpenDataCheck.Check(
        Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(Header))), SampleFile.Known, Offences,
        TestContext.Current.CancellationToken);
}
