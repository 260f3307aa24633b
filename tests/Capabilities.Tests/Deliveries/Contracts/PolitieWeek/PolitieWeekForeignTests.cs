using Twente.Igw.Areas;
using Twente.Igw.Deliveries;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries;

/// <summary>Rows of another gemeente: refused without showing anything of them.</summary>
public sealed class PolitieWeekForeignTests
{
    [Theory]
    [InlineData("2025-W05;2021;BU01640000;1.1.1;1;nacht;1")]
    [InlineData("2025-W05;2021;GM0164;1.1.1;1;nacht;1")]
    [InlineData("2025-W05;2021;WK016400;1.1.1;1;nacht;1")]
    [InlineData("2025-W05;2021;bu01640000 ;1.1.1;1;nacht;1")]
    [InlineData("2025-W05;2021;BU0164;1.1.1;1;nacht;1")]
    [InlineData("geheim;geheim;BU01640000;geheim;geheim;geheim;geheim")]
    [InlineData("2025-W05;2021;BU01640000;geheim")]
    [InlineData("2025-W05;2021;BU01640000;1.1.1;1;nacht;1;geheim")]
    public void Nothing_of_the_row_is_shown(string row)
    {
        var file = SampleFile.CheckRows(SampleFile.Row, row);

        var finding = file.OnlyFinding();
        Assert.Equal(
            (3L, 3, FindingCode.AreaForeign, ""), (finding.Line, finding.Column, finding.Code, finding.Value));
        Assert.True(file.HasForeignRows);
        Assert.Equal([AreaCode.Parse("GM0164")], file.ForeignMunicipalities);
    }

    [Fact]
    public void They_are_known_also_behind_more_findings_than_are_kept()
    {
        var wrong = Enumerable.Repeat("2025-W05;2021;BU01530000;x;;;1", 1_500);
        var file = SampleFile.CheckRows(
            [.. wrong, "2025-W05;2021;BU17740000;1.1.1;;;1", "2025-W05;2021;GM0164;1.1.1;;;1"]);

        Assert.Equal(1_502, file.Findings.Count);
        Assert.True(file.HasForeignRows);
        Assert.Equal(["GM1774", "GM0164"], file.ForeignMunicipalities.Select(m => m.Code));
    }

    [Fact]
    public void A_file_of_the_own_gemeente_has_none() =>
        Assert.False(SampleFile.CheckRows(SampleFile.Row, "2025-W05;2021;City;1.1.1;1;nacht;1").HasForeignRows);
}
