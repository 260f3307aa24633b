namespace Twente.Igw.Analysis.Tests;

public sealed class PoissonIntervalTests
{
    [Fact]
    public void Exact_interval_of_zero_ends_at_3_689()
    {
        var interval = PoissonInterval.Exact(0);

        Assert.Equal(0, interval.Lower);
        Assert.Equal(3.689, interval.Upper, 0.0005);
    }

    // Garwood (1936), as printed in R's epitools::pois.exact and PHEindicatormethods.
    [Theory]
    [InlineData(1, 0.0253, 5.572)]
    [InlineData(4, 1.090, 10.242)]
    public void Exact_interval_agrees_with_published_limits(long count, double lower, double upper)
    {
        var interval = PoissonInterval.Exact(count);

        Assert.Equal(lower, interval.Lower, 0.0005);
        Assert.Equal(upper, interval.Upper, 0.0005);
    }

    [Theory]
    [InlineData(1, 0.95)]
    [InlineData(9, 0.95)]
    [InlineData(9, 0.5)]
    [InlineData(137, 0.99)]
    public void Exact_limits_leave_one_tail_of_the_poisson_sum_on_each_side(long count, double level)
    {
        var interval = PoissonInterval.Exact(count, level);

        Assert.Equal((1 - level) / 2, 1 - Summed.PoissonAtMost(count - 1, interval.Lower), 1e-9);
        Assert.Equal((1 - level) / 2, Summed.PoissonAtMost(count, interval.Upper), 1e-9);
    }

    // PHEindicatormethods, tests of byars_lower and byars_upper.
    [Theory]
    [InlineData(65, 0.95, 50.163187710459454, 82.849138545939837)]
    [InlineData(1045, 0.95, 982.59320180733255, 1110.3312129856499)]
    [InlineData(1, 0.95, 0.013072132901504351, 5.5637555824752605)]
    [InlineData(10, 0.998, 2.916318374695686, 24.193724927880535)]
    public void Byar_agrees_with_PHEindicatormethods(long count, double level, double lower, double upper)
    {
        var interval = PoissonInterval.Byar(count, level);

        Assert.Equal(lower, interval.Lower, 1e-11 * upper);
        Assert.Equal(upper, interval.Upper, 1e-11 * upper);
    }

    [Theory]
    [InlineData(0, 0.95)]
    [InlineData(1, 0.998)]
    public void Byar_never_goes_below_zero(long count, double level) =>
        Assert.Equal(0, PoissonInterval.Byar(count, level).Lower);

    [Fact]
    public void Figures_are_exact_below_ten_and_Byar_from_ten()
    {
        Assert.Equal(PoissonInterval.Exact(9, 0.9), PoissonInterval.Of(9, 0.9));
        Assert.Equal(PoissonInterval.Byar(10, 0.9), PoissonInterval.Of(10, 0.9));
        Assert.NotEqual(PoissonInterval.Exact(10), PoissonInterval.Of(10));
        Assert.NotEqual(PoissonInterval.Byar(9), PoissonInterval.Of(9));
    }

    [Fact]
    public void Byar_is_within_half_a_percent_of_exact_from_ten()
    {
        for (var count = PoissonInterval.ByarFrom; count < 2000; count += 7)
        {
            var (byar, exact) = (PoissonInterval.Byar(count), PoissonInterval.Exact(count));
            Assert.Equal(1, byar.Lower / exact.Lower, 0.005);
            Assert.Equal(1, byar.Upper / exact.Upper, 0.005);
        }
    }

    [Fact]
    public void Every_interval_contains_its_count_and_rises_with_it()
    {
        var previous = PoissonInterval.Of(0);
        for (var count = 1; count < 500; count++)
        {
            var interval = PoissonInterval.Of(count);
            Assert.True(interval.Contains(count));
            Assert.True(interval.Lower > previous.Lower && interval.Upper > previous.Upper, $"at {count}");
            previous = interval;
        }
    }

    [Fact]
    public void A_higher_level_is_a_wider_interval() =>
        Assert.True(PoissonInterval.Of(20, 0.998).Contains(PoissonInterval.Of(20, 0.95)));

    [Fact]
    public void A_refusal_names_the_thing_the_value_and_the_rule()
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>("count", () => PoissonInterval.Of(-1));

        Assert.StartsWith("count is -1, must be zero or more.", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("count", () => PoissonInterval.Byar(-1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(95)]
    [InlineData(double.NaN)]
    public void Refuses_a_level_that_is_not_between_0_and_1(double level)
    {
        Assert.Throws<ArgumentOutOfRangeException>(nameof(level), () => PoissonInterval.Exact(3, level));
        Assert.Throws<ArgumentOutOfRangeException>(nameof(level), () => PoissonInterval.Byar(30, level));
    }
}
