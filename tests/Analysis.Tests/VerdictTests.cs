namespace Twente.Igw.Analysis.Tests;

public sealed class VerdictTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(11.99)]
    public void Too_little_below_twelve_expected_whatever_the_interval(double expected) =>
        Assert.Equal(Verdict.TooLittle, RateVerdict.Of(expected, WithInterval(5, 9)));

    [Theory]
    [InlineData(1.01, 9, Verdict.Higher)]
    [InlineData(0.1, 0.99, Verdict.Lower)]
    [InlineData(0.8, 1.25, Verdict.Similar)]
    [InlineData(0.79, 1.25, Verdict.NoClearDifference)]
    [InlineData(0.8, 1.26, Verdict.NoClearDifference)]
    [InlineData(0, double.PositiveInfinity, Verdict.NoClearDifference)]
    public void The_interval_chooses_the_word(double lower, double upper, Verdict verdict) =>
        Assert.Equal(verdict, RateVerdict.Of(12, WithInterval(lower, upper)));

    [Theory]
    [InlineData(1.02, 1.1, Verdict.Higher)]
    [InlineData(0.9, 0.98, Verdict.Lower)]
    public void A_sure_difference_is_named_however_small(double lower, double upper, Verdict verdict) =>
        Assert.Equal(verdict, RateVerdict.Of(5000, WithInterval(lower, upper)));

    [Theory]
    [InlineData(1, 1.2, Verdict.Similar)]
    [InlineData(0.85, 1, Verdict.Similar)]
    [InlineData(1, 2, Verdict.NoClearDifference)]
    [InlineData(0.5, 1, Verdict.NoClearDifference)]
    public void An_interval_that_ends_at_1_does_not_exclude_it(double lower, double upper, Verdict verdict) =>
        Assert.Equal(verdict, RateVerdict.Of(100, WithInterval(lower, upper)));

    [Theory]
    [InlineData(30, 14, 1, Verdict.Higher)]
    [InlineData(30, 14, 2, Verdict.NoClearDifference)]
    [InlineData(14, 30, 1, Verdict.Lower)]
    [InlineData(1000, 1010, 1, Verdict.Similar)]
    public void A_comparison_gets_its_word(long now, long before, double phi, Verdict verdict) =>
        Assert.Equal(verdict, RateVerdict.Of(before, RateComparison.Of(new Rate(now, 1), new Rate(before, 1), phi)));

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Refuses_an_impossible_expectation(double expected) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            nameof(expected), () => RateVerdict.Of(expected, WithInterval(1, 1)));

    private static RateComparison WithInterval(double lower, double upper) => new(1, new Interval(lower, upper), 1);
}
