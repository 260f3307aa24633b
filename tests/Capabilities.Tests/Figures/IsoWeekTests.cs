using CsCheck;
using NodaTime;
using NodaTime.Calendars;
using Twente.Igw.Figures;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Figures;

public sealed class IsoWeekTests
{
    private static readonly Gen<LocalDate> Dates =
        Gen.Int[0, 83_000].Select(days => new LocalDate(1970, 1, 1).PlusDays(days));

    [Theory]
    [InlineData("2026-W53", true)]
    [InlineData("2027-W53", false)]
    [InlineData("2025-W00", false)]
    [InlineData("2025-W7", false)]
    [InlineData("2025W07", false)]
    [InlineData(" 2025-W07", false)]
    [InlineData("2025-w07", false)]
    public void A_week_is_read_only_when_it_exists(string text, bool exists) =>
        Assert.Equal(exists, IsoWeek.TryParse(text, out _));

    [Fact]
    public void Week_53_of_2026_runs_into_2027()
    {
        var week = IsoWeek.Parse("2026-W53");

        Assert.Equal((new LocalDate(2026, 12, 28), new LocalDate(2027, 1, 3)), (week.Monday, week.Sunday));
        Assert.Equal("2027-W01", week.Plus(1).ToString());
    }

    [Fact]
    public void A_date_lies_in_the_week_that_the_calendar_says() => Dates.Sample(date =>
    {
        var week = IsoWeek.Of(date);
        Assert.Equal(WeekYearRules.Iso.GetWeekOfWeekYear(date), week.Week);
        Assert.Equal(WeekYearRules.Iso.GetWeekYear(date), week.Year);
        Assert.True(week.Monday <= date && date <= week.Sunday);
    });

    [Fact]
    public void Text_number_and_index_lead_back_to_the_week() => Dates.Sample(date =>
    {
        var week = IsoWeek.Of(date);
        Assert.Equal(week, IsoWeek.Parse(week.ToString()));
        Assert.Equal(week, IsoWeek.FromNumber(week.Number));
        Assert.Equal(week, IsoWeek.FromIndex(week.Index));
    });

    [Fact]
    public void Numbers_and_indexes_order_alike() => Gen.Select(Dates, Dates).Sample((a, b) =>
        Assert.Equal(
            IsoWeek.Of(a).Index.CompareTo(IsoWeek.Of(b).Index), IsoWeek.Of(a).Number.CompareTo(IsoWeek.Of(b).Number)));
}
