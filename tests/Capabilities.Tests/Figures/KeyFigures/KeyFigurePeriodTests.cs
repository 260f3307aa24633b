using NodaTime;
using Twente.Igw.Figures;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Figures;

public sealed class KeyFigurePeriodTests
{
    [Theory]
    [InlineData("2025", PeriodKind.Year, 12, 31)]
    [InlineData("2025-Q1", PeriodKind.Quarter, 3, 31)]
    [InlineData("2025-02", PeriodKind.Month, 2, 28)]
    [InlineData("2025-W07", PeriodKind.Week, 2, 16)]
    public void A_period_is_written_in_one_of_four_ways(string text, PeriodKind kind, int month, int day)
    {
        var period = KeyFigurePeriod.Parse(text);
        Assert.Equal((kind, new LocalDate(2025, month, day), text), (period.Kind, period.Last, period.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("25")]
    [InlineData("2025-Q5")]
    [InlineData("2025-13")]
    [InlineData("2025-00")]
    [InlineData("2025-W53")]
    [InlineData("2025-1")]
    [InlineData("2025-q1")]
    [InlineData("2025 ")]
    [InlineData("２０２５")]
    [InlineData("0000")]
    public void What_does_not_exist_is_no_period(string text) => Assert.False(KeyFigurePeriod.TryParse(text, out _));

    [Theory]
    [InlineData("2025", "2025-Q4", true)]
    [InlineData("2025-Q1", "2025-03", true)]
    [InlineData("2025-Q1", "2025-04", false)]
    [InlineData("2025", "2025", true)]
    [InlineData("2025-03", "2025-Q1", false)]
    [InlineData("2025", "2025-W01", true)]
    [InlineData("2024", "2025-W01", false)]
    public void A_period_holds_shorter_ones_that_lie_in_it(string whole, string part, bool holds) =>
        Assert.Equal(holds, KeyFigurePeriod.Parse(whole).Contains(KeyFigurePeriod.Parse(part)));

    [Fact]
    public void Newer_is_what_ends_later_and_of_two_that_end_together_the_longer() => Assert.Equal(
        ["2024", "2025-Q1", "2025-W50", "2025-12", "2025-Q4", "2025"],
        new[] { "2025", "2025-Q1", "2025-12", "2025-Q4", "2024", "2025-W50" }
            .Select(KeyFigurePeriod.Parse).Order().Select(p => p.ToString()));
}
