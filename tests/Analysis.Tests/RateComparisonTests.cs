namespace Twente.Igw.Analysis.Tests;

public sealed class RateComparisonTests
{
    // R, stats::poisson.test(c(11, 6 + 8 + 7), c(800, 1083 + 1050 + 878)): lung cancer in Fredericia, eba1977 of ISwR.
    [Fact]
    public void Agrees_with_poisson_test_of_R()
    {
        var comparison = RateComparison.Of(new Rate(11, 800), new Rate(6 + 8 + 7, 1083 + 1050 + 878));

        Assert.Equal(1.971488, comparison.Ratio, 5e-7);
        Assert.Equal(0.8584264, comparison.Interval.Lower, 5e-8);
        Assert.Equal(4.2772659, comparison.Interval.Upper, 5e-8);
    }

    // R, stats::binom.test(682, 682 + 243, p = 3/4): Mendel's peas in Conover (1971), p. 97.
    [Fact]
    public void Interval_is_that_of_binom_test_as_odds_over_the_odds_of_exposure()
    {
        var comparison = RateComparison.Of(new Rate(682, 3), new Rate(243, 1));

        Assert.Equal(Odds(0.7076683) / 3, comparison.Interval.Lower, 1e-6);
        Assert.Equal(Odds(0.7654066) / 3, comparison.Interval.Upper, 1e-6);
    }

    [Theory]
    [InlineData(7, 1, 9, 3)]
    [InlineData(1, 400, 30, 900)]
    [InlineData(60, 1, 111, 3)]
    [InlineData(3, 1, 2000, 3)]
    [InlineData(5, 1, 5, 1)]
    public void P_value_is_twice_the_smaller_binomial_sum(int a, double ea, int b, double eb)
    {
        var comparison = RateComparison.Of(new Rate(a, ea), new Rate(b, eb));

        var share = ea / (ea + eb);
        var above = Summed.BinomialAtLeast(a, a + b, share);
        var below = Summed.BinomialAtLeast(b, a + b, 1 - share);
        Assert.Equal(Math.Min(1, 2 * Math.Min(above, below)), comparison.PValue, 1e-9);
    }

    [Theory]
    [InlineData(7, 1, 9, 3, 0.95)]
    [InlineData(1, 400, 30, 900, 0.95)]
    [InlineData(60, 1, 111, 3, 0.99)]
    [InlineData(3, 1, 800, 3, 0.9)]
    public void Limits_leave_one_tail_of_the_binomial_sum_on_each_side(int a, double ea, int b, double eb, double level)
    {
        var (lower, upper) = RateComparison.Of(new Rate(a, ea), new Rate(b, eb), level: level).Interval;

        var tail = (1 - level) / 2;
        Assert.Equal(tail, Summed.BinomialAtLeast(a, a + b, lower * ea / ((lower * ea) + eb)), 1e-9);
        Assert.Equal(tail, Summed.BinomialAtLeast(b, a + b, eb / ((upper * ea) + eb)), 1e-9);
    }

    [Fact]
    public void Limits_of_a_rare_count_keep_their_precision()
    {
        var lower = RateComparison.Of(new Rate(1, 1), new Rate(1_000_000, 1)).Interval.Lower;

        Assert.Equal(0.025, Summed.BinomialAtLeast(1, 1_000_001, lower / (1 + lower)), 1e-9);
    }

    [Fact]
    public void Swapping_the_sides_turns_the_ratio_over_and_keeps_the_p_value()
    {
        foreach (var (a, b, phi) in Grid())
        {
            var there = RateComparison.Of(new Rate(a, 1), new Rate(b, 3), phi);
            var back = RateComparison.Of(new Rate(b, 3), new Rate(a, 1), phi);
            Assert.Equal(there.PValue, back.PValue, 1e-12);
            Assert.Equal(there.Interval.Lower, 1 / back.Interval.Upper, 1e-9);
            Assert.Equal(back.Interval.Lower, 1 / there.Interval.Upper, 1e-9);
        }
    }

    [Fact]
    public void Interval_excludes_1_exactly_when_the_p_value_is_below_5_percent()
    {
        foreach (var (a, b, phi) in Grid())
        {
            var comparison = RateComparison.Of(new Rate(a, 1), new Rate(b, 3), phi);
            Assert.Equal(comparison.PValue < 0.05, !comparison.Interval.Contains(1));
        }
    }

    [Fact]
    public void Interval_contains_the_ratio_and_widens_with_overdispersion()
    {
        foreach (var (a, b, phi) in Grid().Where(cell => cell.A + cell.B > 0))
        {
            var poisson = RateComparison.Of(new Rate(a, 1), new Rate(b, 3));
            var overdispersed = RateComparison.Of(new Rate(a, 1), new Rate(b, 3), phi);
            Assert.True(poisson.Interval.Contains(poisson.Ratio), $"{a} and {b}");
            Assert.True(overdispersed.Interval.Contains(poisson.Interval), $"{a} and {b} at {phi}");
            Assert.Equal(poisson.Ratio, overdispersed.Ratio);
        }
    }

    [Fact]
    public void Overdispersion_of_two_makes_twenty_worth_ten()
    {
        var halved = RateComparison.Of(new Rate(20, 1), new Rate(46, 1), phi: 2);

        Assert.Equal(RateComparison.Of(new Rate(10, 1), new Rate(23, 1)), halved);
    }

    [Fact]
    public void Overdispersed_limits_are_beta_quantiles_of_fractional_counts()
    {
        var (lower, upper) = RateComparison.Of(new Rate(11, 1), new Rate(25, 1), phi: 2).Interval;

        Assert.Equal(0.025, Summed.BetaBelow(5.5, 13.5, lower / (1 + lower)), 1e-6);
        Assert.Equal(0.975, Summed.BetaBelow(6.5, 12.5, upper / (1 + upper)), 1e-6);
    }

    [Fact]
    public void Nothing_against_nothing_says_nothing()
    {
        var comparison = RateComparison.Of(new Rate(0, 1), new Rate(0, 3));

        Assert.Equal(double.NaN, comparison.Ratio);
        Assert.Equal(new Interval(0, double.PositiveInfinity), comparison.Interval);
        Assert.Equal(1, comparison.PValue);
    }

    [Fact]
    public void Nothing_against_something_is_zero_with_a_closed_form_upper_limit()
    {
        var comparison = RateComparison.Of(new Rate(0, 1), new Rate(6, 3));

        // Zero out of six has the chance (1 − p)^6.
        var share = 1 - Math.Pow(0.025, 1 / 6d);
        Assert.Equal(0, comparison.Ratio);
        Assert.Equal(0, comparison.Interval.Lower);
        Assert.Equal(3 * Odds(share), comparison.Interval.Upper, 1e-9);
        Assert.Equal(2 * Math.Pow(0.75, 6), comparison.PValue, 1e-12);
    }

    [Fact]
    public void Something_against_nothing_has_no_upper_limit()
    {
        var comparison = RateComparison.Of(new Rate(6, 1), new Rate(0, 3));

        Assert.Equal(double.PositiveInfinity, comparison.Ratio);
        Assert.Equal(double.PositiveInfinity, comparison.Interval.Upper);
        Assert.Equal(3 * Odds(Math.Pow(0.025, 1 / 6d)), comparison.Interval.Lower, 1e-9);
        Assert.Equal(2 * Math.Pow(0.25, 6), comparison.PValue, 1e-12);
    }

    [Theory]
    [InlineData(0.99)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Refuses_overdispersion_below_1(double phi) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            nameof(phi), () => RateComparison.Of(new Rate(1, 1), new Rate(1, 1), phi));

    private static IEnumerable<(int A, int B, double Phi)> Grid() =>
        from a in new[] { 0, 1, 2, 5, 12, 40, 300 }
        from b in new[] { 0, 1, 3, 8, 36, 90, 1000 }
        from phi in new[] { 1, 1.3, 2.75, 20 }
        select (a, b, phi);

    private static double Odds(double share) => share / (1 - share);
}
