namespace Twente.Igw.Analysis.Tests;

public sealed class RateTests
{
    [Fact]
    public void Is_the_count_per_unit_of_exposure() => Assert.Equal(2.5, new Rate(10, 4).Value);

    [Fact]
    public void Refuses_a_negative_count() =>
        Assert.Throws<ArgumentOutOfRangeException>("Count", () => new Rate(-1, 1));

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Refuses_an_exposure_that_is_not_above_zero(double exposure) =>
        Assert.Throws<ArgumentOutOfRangeException>("Exposure", () => new Rate(1, exposure));
}
