using Twente.Igw.Deliveries;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries.Feeds;

public sealed class JudgeFeedTests
{
    private const int Monday = 1;

    // In March 2026 the 2nd, 9th, 16th, 23rd and 30th are Mondays.
    [Theory]
    [InlineData("2026-03-09", "2026-03-09", "OnTime", 0)]
    [InlineData("2026-03-09", "2026-03-15", "OnTime", 0)]
    [InlineData("2026-03-09", "2026-03-16", "Expected", 0)]
    [InlineData("2026-03-09", "2026-03-17", "Late", 1)]
    [InlineData("2026-03-09", "2026-03-23", "Late", 1)]
    [InlineData("2026-03-09", "2026-03-24", "Silent", 2)]
    [InlineData("2026-03-09", "2026-04-07", "Silent", 4)]
    [InlineData("2026-03-12", "2026-03-16", "Expected", 0)]
    [InlineData("2026-03-12", "2026-03-17", "Late", 1)]
    public void A_feed_is_expected_on_its_day_late_the_day_after_and_silent_a_week_later(
        string last, string today, string state, int missed) => Assert.Equal(
        new FeedVerdict(Enum.Parse<FeedState>(state), missed), JudgeFeed.Of(Signs(today, last)));

    [Theory]
    [InlineData("2026-03-14", "2026-03-17", "OnTime")]
    [InlineData("2026-03-13", "2026-03-17", "Late")]
    public void A_delivery_may_come_two_days_before_its_day(string last, string today, string state) =>
        Assert.Equal(Enum.Parse<FeedState>(state), JudgeFeed.Of(Signs(today, last)).State);

    [Theory]
    [InlineData("2026-03-03", "2026-03-03", "Expected", 0)]
    [InlineData("2026-03-03", "2026-03-09", "Expected", 0)]
    [InlineData("2026-03-03", "2026-03-10", "Late", 1)]
    [InlineData("2026-03-03", "2026-03-17", "Silent", 2)]
    [InlineData("2026-04-01", "2026-03-17", "Expected", 0)]
    public void A_feed_that_never_came_is_counted_from_its_first_day(
        string since, string today, string state, int missed) => Assert.Equal(
        new FeedVerdict(Enum.Parse<FeedState>(state), missed),
        JudgeFeed.Of(Signs(today, null) with { Since = Day(since) }));

    [Theory]
    [InlineData(49, 100, "Shrunk")]
    [InlineData(50, 100, "OnTime")]
    public void A_feed_has_shrunk_when_rows_or_total_are_less_than_half_of_the_usual(
        double now, double usual, string state)
    {
        var signs = Signs("2026-03-10", "2026-03-09");

        Assert.Equal(
            [Enum.Parse<FeedState>(state), Enum.Parse<FeedState>(state)],
            [
                JudgeFeed.Of(signs with { Rows = new Beside(now, usual) }).State,
                JudgeFeed.Of(signs with { Total = new Beside(now, usual) }).State,
            ]);
    }

    [Fact]
    public void What_does_not_come_is_told_before_what_came_and_shrinking_before_new_codes()
    {
        var signs = Signs("2026-03-10", "2026-03-09") with { NewCodes = ["E33"] };
        Assert.Equal(FeedState.NewCodes, JudgeFeed.Of(signs).State);
        Assert.Equal(FeedState.NewCodes, JudgeFeed.Of(signs with { Today = Day("2026-03-16") }).State);

        signs = signs with { Total = new Beside(1, 100) };
        Assert.Equal(FeedState.Shrunk, JudgeFeed.Of(signs).State);
        Assert.Equal(FeedState.Late, JudgeFeed.Of(signs with { Today = Day("2026-03-17") }).State);
        Assert.Equal(FeedState.Silent, JudgeFeed.Of(signs with { Today = Day("2026-03-24") }).State);
    }

    [Fact]
    public void A_feed_without_a_weekly_rhythm_is_neither_late_nor_on_time() => Assert.Equal(
        new FeedVerdict(FeedState.Unscheduled, 0),
        JudgeFeed.Of(Signs("2026-12-31", "2025-01-01") with { ExpectedWeekday = null }));

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(7)]
    public void Without_a_delivery_a_feed_only_gets_worse(int weekday)
    {
        var signs = Signs("2026-03-01", "2026-03-01") with { ExpectedWeekday = weekday };
        FeedState[] order = [FeedState.OnTime, FeedState.Expected, FeedState.Late, FeedState.Silent];
        var states = Enumerable.Range(0, 60)
            .Select(day => Array.IndexOf(order, JudgeFeed.Of(signs with { Today = signs.Today.AddDays(day) }).State));

        Assert.Equal(states.Order(), states);
    }

    private static FeedSigns Signs(string today, string? last) => new()
    {
        Today = Day(today), Since = Day("2020-01-01"), ExpectedWeekday = Monday,
        LastAccepted = last is null ? null : Day(last),
    };

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
