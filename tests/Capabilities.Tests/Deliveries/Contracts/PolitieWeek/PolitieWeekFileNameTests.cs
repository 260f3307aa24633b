using Twente.Igw.Areas;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries;

public sealed class PolitieWeekFileNameTests
{
    [Theory]
    [InlineData("politie-week_GM0153_2025-W05_2025-W07.csv", 3)]
    [InlineData("politie-week_GM0153_2026-W53_2026-W53.csv", 1)]
    [InlineData("politie-week_GM0153_2014-W27_2025-W52.csv", 600)]
    public void Parses_and_prints_itself(string fileName, int weeks)
    {
        var (name, finding) = PolitieWeekFileName.Read(fileName);

        Assert.Null(finding);
        Assert.Equal((AreaCode.Parse("GM0153"), weeks), (name!.Municipality, name.Weeks.Length));
        Assert.Equal(fileName, name.ToString());
        Assert.Equal(name, PolitieWeekFileName.Of(name.Municipality, name.Weeks));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".csv")]
    [InlineData("levering.csv")]
    [InlineData("politie-week_GM0153_2025-W05.csv")]
    [InlineData("politie-week_GM0153_2025-W05_2025-W07")]
    [InlineData("politie-week_GM0153_2025-W05_2025-W07.CSV")]
    [InlineData("politie-week_GM0153_2025-W05_2025-W07.csv.exe")]
    [InlineData("politie-week_GM0153_2025-W05_2025-W07 (1).csv")]
    [InlineData("politie-week_GM0153_2025-W05_2025-W07_2.csv")]
    [InlineData("politie-week_gm0153_2025-W05_2025-W07.csv")]
    [InlineData("politie-week_BU01530000_2025-W05_2025-W07.csv")]
    [InlineData("politie-week_GM0153_2025-W5_2025-W07.csv")]
    [InlineData("politie-week_GM0153_2025-05_2025-07.csv")]
    [InlineData("politie-week_GM0153_٢٠٢٥-W05_2025-W07.csv")]
    public void Refuses_another_pattern(string fileName) => AssertRefused(fileName, FindingCode.FileName, fileName);

    [Theory]
    [InlineData("politie-dag_GM0153_2025-W05_2025-W07.csv", "politie-dag")]
    [InlineData("politie-week-district_twente_2025-W05_2025-W07.csv", "politie-week-district")]
    [InlineData("Politie-week_GM0153_2025-W05_2025-W07.csv", "Politie-week")]
    [InlineData("../politie-week_GM0153_2025-W05_2025-W07.csv", "../politie-week")]
    public void Refuses_another_contract(string fileName, string contract) =>
        AssertRefused(fileName, FindingCode.FileContract, contract);

    [Theory]
    [InlineData("2027-W53", "2028-W01", "2027-W53")]
    [InlineData("2025-W52", "2025-W53", "2025-W53")]
    [InlineData("2025-W00", "2025-W07", "2025-W00")]
    [InlineData("1066-W01", "2025-W07", "1066-W01")]
    public void Refuses_a_week_that_does_not_exist(string first, string last, string wrong) =>
        AssertRefused($"politie-week_GM0153_{first}_{last}.csv", FindingCode.FileWeek, wrong);

    [Fact]
    public void Refuses_a_last_week_before_the_first() => AssertRefused(
        "politie-week_GM0153_2025-W07_2025-W05.csv", FindingCode.FileWeekOrder, "2025-W07_2025-W05");

    [Fact]
    public void Refuses_more_than_600_weeks()
    {
        AssertRefused("politie-week_GM0153_2014-W26_2025-W52.csv", FindingCode.FileWeekCount, "2014-W26_2025-W52");
        var tooLong = new WeekRange(IsoWeek.Parse("2014-W26"), IsoWeek.Parse("2025-W52"));
        Assert.Throws<ArgumentException>(() => PolitieWeekFileName.Of(AreaCode.Parse("GM0153"), tooLong));
    }

    [Fact]
    public void Is_refused_by_another_gemeente()
    {
        Assert.Null(SampleFile.Name.Objection(AreaCode.Parse("GM0153")));
        var finding = SampleFile.Name.Objection(AreaCode.Parse("GM0164"));
        Assert.Equal((FindingCode.FileMunicipality, "GM0153"), (finding!.Code, finding.Value));
    }

    private static void AssertRefused(string fileName, string code, string value)
    {
        var (name, finding) = PolitieWeekFileName.Read(fileName);

        Assert.Null(name);
        Assert.Equal((0L, 0, code, value), (finding!.Line, finding.Column, finding.Code, finding.Value));
        Assert.DoesNotContain('{', finding.Rule);
    }
}
