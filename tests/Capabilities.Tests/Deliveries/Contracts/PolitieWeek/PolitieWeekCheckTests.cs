using System.Text;
using Twente.Igw.Areas;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries;

/// <summary>What a right file states.</summary>
public sealed class PolitieWeekCheckTests
{
    [Fact]
    public void States_its_facts_by_week_and_within_a_week_in_the_order_of_the_file()
    {
        var file = SampleFile.CheckRows(
            "2025-W07;2021;BU01530001;E33;;;2",
            "2025-W05;2021;GM0153;1.1.1 ;7;avond;9999",
            "2025-W07;2021;BU01530000;2.6.10;1;nacht;0",
            "2025-W05;2021;BU0153010A;JEUGD;3;middag;1");

        Assert.Equal(
            [
                FactOf("2025-W05", "GM0153", "1.1.1", 7, Daypart.Evening, 9999),
                FactOf("2025-W05", "BU0153010A", "JEUGD", 3, Daypart.Afternoon, 1),
                FactOf("2025-W07", "BU01530001", "E33", 0, Daypart.Unknown, 2),
                FactOf("2025-W07", "BU01530000", "2.6.10", 1, Daypart.Night, 0),
            ],
            file.Facts());
        Assert.Equal((4L, 10_002L), (file.Rows, file.Sum));
    }

    [Fact]
    public void States_every_week_of_its_name_also_the_quiet_ones()
    {
        var file = SampleFile.CheckRows("2025-W06;2021;GM0153;E33;;;2", "2025-W06;2021;GM0153;1.1.1;;;3");

        Assert.Equal(
            [("2025-W05", 2021, 0, 0L), ("2025-W06", 2021, 2, 5L), ("2025-W07", 2021, 0, 0L)],
            file.Weeks.Select(w => (w.Week.ToString(), w.BoundaryYear, w.Rows, w.Total)));
    }

    [Fact]
    public void A_quiet_week_has_the_boundary_year_of_the_week_before_it()
    {
        var file = SampleFile.CheckRows("2025-W05;2025;GM0153;E33;;;2", "2025-W07;2021;GM0153;E33;;;2");

        Assert.Equal([2025, 2025, 2021], file.Weeks.Select(w => w.BoundaryYear));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    public void A_header_alone_states_quiet_weeks_in_the_newest_boundary_year(string end)
    {
        var file = SampleFile.Check(SampleFile.Header + end);

        Assert.False(file.IsRefused);
        Assert.Empty(file.Facts());
        Assert.Equal((0L, 0L), (file.Rows, file.Sum));
        Assert.Equal([(2025, 0L), (2025, 0L), (2025, 0L)], file.Weeks.Select(w => (w.BoundaryYear, w.Total)));
    }

    [Fact]
    public void Adds_up_each_category_that_has_rows()
    {
        var file = SampleFile.CheckRows(
            "2025-W05;2021;GM0153;E33;;;2", "2025-W06;2021;GM0153;E33;;;3", "2025-W06;2021;GM0153;1.1.1;;;0");

        Assert.Equal(
            new Dictionary<string, long> { ["E33"] = 5, ["1.1.1"] = 0 },
            file.CategorySums.ToDictionary(c => c.Key.Code, c => c.Value));
    }

    [Fact]
    public void Of_a_refused_file_no_row_counts()
    {
        var file = SampleFile.CheckRows(
            SampleFile.Row, "2025-W05;2021;GM0153;E33;;;-1", "2025-W05;2021;GM0153;E33;;;4");

        Assert.Equal((3L, 5L), (file.Rows, file.Sum));
        Assert.Throws<InvalidOperationException>(() => file.Facts());
    }

    [Fact]
    public void A_warning_of_a_later_step_does_not_refuse_the_file()
    {
        var file = SampleFile.CheckRows(SampleFile.Row);
        file.Findings.AddRange([Finding.OfFile(FindingCode.WarningHalved, "2025-W05")]);

        Assert.False(file.IsRefused);
        Assert.Single(file.Facts());
    }

    [Fact]
    public void Counts_findings_beyond_those_it_keeps()
    {
        var file = SampleFile.CheckRows([.. Enumerable.Repeat("x;x;x;x;x;x;x", 1_000)]);

        Assert.Equal((7_000L, 1_000), (file.Findings.Count, file.Findings.Kept.Count));
        Assert.Equal(144, file.Findings.Kept[^1].Line);
    }

    [Fact]
    public void Is_checked_against_the_gemeente_of_its_name()
    {
        var other = SampleFile.KnownOf("GM0164", SampleFile.Categories, (2021, ["BU01640000"]));

        Assert.Throws<ArgumentException>(() => SampleFile.Check("x"u8.ToArray(), SampleFile.Name, other));
    }

    [Fact]
    public void Stops_when_it_is_cancelled()
    {
        var file = Encoding.UTF8.GetBytes(SampleFile.Header + "\n" + SampleFile.Row);

        Assert.Throws<OperationCanceledException>(() =>
            PolitieWeekCheck.Check(file, SampleFile.Name, SampleFile.Known, new CancellationToken(canceled: true)));
    }

    private static Fact FactOf(
        string week, string area, string category, int weekday, Daypart daypart, int count) => new(
        IsoWeek.Parse(week), 2021, AreaCode.Parse(area), CategoryCode.Parse(category), weekday, daypart, count);
}
