namespace Twente.Igw.Analysis.Tests;

public sealed class OthersComparisonTests
{
    private static readonly Rate[] Four = [new(90, 1000), new(30, 1000), new(45, 1500), new(25, 500)];

    [Fact]
    public void One_is_held_against_the_sum_of_the_others_without_itself()
    {
        var comparison = OthersComparison.Of(Four, 0)!.Value;

        Assert.Equal(new Rate(100, 3000), comparison.Others);
        Assert.Equal(1000 * 100 / 3000d, comparison.Expected, 1e-12);
        Assert.Equal(RateComparison.Of(new Rate(90, 1000), new Rate(100, 3000)), comparison.Comparison);
        Assert.Equal(Verdict.Higher, comparison.Verdict);
    }

    [Fact]
    public void With_fewer_than_three_others_there_is_no_comparison()
    {
        Assert.Null(OthersComparison.Of(Four.AsSpan(0, 3), 0));
        Assert.NotNull(OthersComparison.Of(Four, 3));
    }

    [Fact]
    public void Overdispersion_widens_the_interval_until_no_word_is_left()
    {
        var poisson = OthersComparison.Of(Four, 1)!.Value;
        var overdispersed = OthersComparison.Of(Four, 1, phi: 9)!.Value;

        Assert.Equal(Verdict.Lower, poisson.Verdict);
        Assert.Equal(Verdict.NoClearDifference, overdispersed.Verdict);
        Assert.True(overdispersed.Comparison.Interval.Contains(poisson.Comparison.Interval));
        Assert.Equal(poisson.Comparison.Ratio, overdispersed.Comparison.Ratio);
    }

    [Fact]
    public void Below_twelve_expected_there_is_no_word()
    {
        Rate[] rates = [new(30, 100), new(100, 1000), new(100, 1000), new(100, 1000)];

        Assert.Equal(Verdict.TooLittle, OthersComparison.Of(rates, 0)!.Value.Verdict);
    }

    [Fact]
    public void Refuses_a_place_outside_the_list()
    {
        Assert.Throws<ArgumentOutOfRangeException>("one", () => OthersComparison.Of(Four, 4));
        Assert.Throws<ArgumentOutOfRangeException>("one", () => OthersComparison.Of(Four, -1));
        Assert.Throws<ArgumentOutOfRangeException>("phi", () => OthersComparison.Of(Four, 0, phi: 0.5));
    }
}
