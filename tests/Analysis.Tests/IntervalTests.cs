namespace Twente.Igw.Analysis.Tests;

public sealed class IntervalTests
{
    private static readonly Interval Range = new(2, 5);

    [Theory]
    [InlineData(2, true)]
    [InlineData(5, true)]
    [InlineData(1.999, false)]
    [InlineData(5.001, false)]
    [InlineData(double.NaN, false)]
    public void Holds_its_ends_and_what_lies_between(double value, bool held) =>
        Assert.Equal(held, Range.Contains(value));

    [Theory]
    [InlineData(2, 5, true)]
    [InlineData(3, 4, true)]
    [InlineData(1.9, 4, false)]
    [InlineData(3, 5.1, false)]
    public void Holds_another_only_whole(double lower, double upper, bool held) =>
        Assert.Equal(held, Range.Contains(new Interval(lower, upper)));

    [Fact]
    public void Scaling_multiplies_both_ends() => Assert.Equal(new Interval(5, 12.5), Range.Scale(2.5));

    [Fact]
    public void Scaling_leaves_an_open_end_open() =>
        Assert.Equal(new Interval(0, double.PositiveInfinity), new Interval(0, double.PositiveInfinity).Scale(0.001));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Refuses_a_factor_that_is_not_above_zero(double factor) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(factor), () => Range.Scale(factor));
}
