namespace Twente.Igw.Analysis.Tests;

public sealed class FunnelLimitsTests
{
    // PHEindicatormethods, tests/testthat/testdata_funnel_ratio_outputs.csv: the expected count at which this many
    // observed lies exactly on the lower and on the upper limit, at 95 % and at 99.8 %.
    [Theory]
    [InlineData(1, 0.95, 5.571644585, 0.025317898)]
    [InlineData(5, 0.95, 11.6683331, 1.623486324)]
    [InlineData(12, 0.95, 20.96158966, 6.20057525)]
    [InlineData(28, 0.95, 40.46778889, 18.60579439)]
    [InlineData(1, 0.998, 9.233410143, 0.001000547)]
    [InlineData(12, 0.998, 27.02598763, 4.042439622)]
    [InlineData(28, 0.998, 48.51942314, 14.44057519)]
    public void Thin_lines_agree_with_PHEindicatormethods(int count, double level, double low, double high)
    {
        Assert.Equal(count, FunnelLimits.Poisson(low, level).Lower, 1e-4);
        Assert.Equal(count, FunnelLimits.Poisson(high, level).Upper, 1e-3);
    }

    [Theory]
    [InlineData(0.3, 0.95)]
    [InlineData(4, 0.95)]
    [InlineData(15.2, 0.998)]
    [InlineData(140, 0.95)]
    public void A_whole_count_lies_beyond_a_thin_line_exactly_when_its_tail_is_small(double expected, double level)
    {
        var (lower, upper) = FunnelLimits.Poisson(expected, level);
        for (var count = 0; count < (2 * expected) + 20; count++)
        {
            var (tail, atMost) = ((1 - level) / 2, Summed.PoissonAtMost(count, expected));
            Assert.Equal(atMost < tail, count < lower);
            Assert.Equal(1 - Summed.PoissonAtMost(count - 1, expected) < tail, count > upper);
        }
    }

    // Spiegelhalter (2005), appendix A.1: r − α, with r the first count that reaches p and α how far it passes it.
    [Fact]
    public void Thin_lines_are_interpolated_between_whole_counts()
    {
        var (lower, upper) = FunnelLimits.Poisson(15);

        double Share(int count, double p) =>
            (Summed.PoissonAtMost(count, 15) - p)
            / (Summed.PoissonAtMost(count, 15) - Summed.PoissonAtMost(count - 1, 15));
        Assert.Equal(8 - Share(8, 0.025), lower, 1e-9);
        Assert.Equal(23 - Share(23, 0.975) + 1, upper, 1e-9);
    }

    [Fact]
    public void Thin_lines_rise_without_a_jump()
    {
        for (var (expected, last) = (0.5, FunnelLimits.Poisson(0.5)); expected < 60; expected += 0.01)
        {
            var limits = FunnelLimits.Poisson(expected);
            Assert.InRange(limits.Lower - last.Lower, 0, 0.05);
            Assert.InRange(limits.Upper - last.Upper, 0, 0.05);
            last = limits;
        }
    }

    [Fact]
    public void Thick_lines_without_spread_are_close_to_the_thin_ones()
    {
        var (thick, thin) = (FunnelLimits.RandomEffects(400, 0), FunnelLimits.Poisson(400));

        Assert.Equal(thin.Lower, thick.Lower, 1.5);
        Assert.Equal(thin.Upper, thick.Upper, 1.5);
    }

    [Fact]
    public void Thick_lines_widen_with_the_spread_and_never_pass_below_zero()
    {
        // 1.959964 × √(1/400 + 0.01) on the root scale: 0.2191306; (1 ± that)² × 100.
        var limits = FunnelLimits.RandomEffects(100, 0.01);

        Assert.Equal(100 * Math.Pow(1 - 0.2191306, 2), limits.Lower, 1e-4);
        Assert.Equal(100 * Math.Pow(1 + 0.2191306, 2), limits.Upper, 1e-4);
        Assert.True(FunnelLimits.RandomEffects(100, 0.01, 0.998).Contains(limits));
        Assert.True(FunnelLimits.RandomEffects(100, 0.02).Contains(limits));
        Assert.Equal(0, FunnelLimits.RandomEffects(1, 0.5, 0.998).Lower);
    }

    [Fact]
    public void With_spread_a_large_place_keeps_room_that_the_thin_lines_do_not_give()
    {
        var (thick, thin) = (FunnelLimits.RandomEffects(1e6, 0.01), FunnelLimits.Poisson(1e6));

        Assert.Equal(Math.Pow(1 + (1.959964 * 0.1), 2), thick.Upper / 1e6, 1e-3);
        Assert.InRange(thin.Upper / 1e6, 1, 1.002);
    }

    [Fact]
    public void Refuses_nothing_expected_and_a_negative_variance()
    {
        Assert.Throws<ArgumentOutOfRangeException>("expected", () => FunnelLimits.Poisson(0));
        Assert.Throws<ArgumentOutOfRangeException>("expected", () => FunnelLimits.RandomEffects(double.NaN, 0));
        Assert.Throws<ArgumentOutOfRangeException>("tauSquared", () => FunnelLimits.RandomEffects(3, -0.1));
        Assert.Throws<ArgumentOutOfRangeException>("level", () => FunnelLimits.Poisson(3, 95));
    }
}
