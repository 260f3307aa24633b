namespace Twente.Igw.Analysis.Tests;

public sealed class GammaPoissonTests
{
    [Fact]
    public void Own_past_adds_up_on_half_an_incident()
    {
        var expectation = GammaPoisson.Expect([4, 6, 5]);

        Assert.Equal(15.5, expectation.Shape);
        Assert.Equal(3, expectation.Years);
        Assert.Equal(15.5 / 3, expectation.Mean, 1e-12);
    }

    [Fact]
    public void A_quiet_past_still_expects_something() =>
        Assert.Equal(1 / 6d, GammaPoisson.Expect([0, 0, 0]).Mean, 1e-12);

    [Fact]
    public void The_group_weighs_as_many_years_as_it_is_given()
    {
        // (2 years of 10 + 3 years of 5) / 5 years.
        var expectation = GammaPoisson.Expect([4, 6, 5], groupMean: 10, groupYears: 2);

        Assert.Equal(7, expectation.Mean, 1e-12);
        Assert.Equal(5, expectation.Years);
    }

    [Fact]
    public void More_own_years_weigh_more_against_the_group()
    {
        var few = GammaPoisson.Expect([5, 5, 5], 10, 3).Mean;
        var many = GammaPoisson.Expect([5, 5, 5, 5, 5, 5], 10, 3).Mean;

        Assert.Equal(7.5, few, 1e-12);
        Assert.Equal(20 / 3d, many, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Pasts))]
    public void Chances_are_sums_of_the_negative_binomial(long[] past)
    {
        var expectation = GammaPoisson.Expect(past);

        var below = 0d;
        foreach (var (count, chance) in Counts(expectation).Take(60))
        {
            Assert.Equal(1 - below, expectation.AtLeast(count), 1e-10);
            below += chance;
            Assert.Equal(below, expectation.AtMost(count), 1e-10);
        }
    }

    [Theory]
    [MemberData(nameof(Pasts))]
    public void Mean_and_variance_are_those_of_the_negative_binomial(long[] past)
    {
        var expectation = GammaPoisson.Expect(past);
        var all = Counts(expectation).Take(3000).ToArray();

        var mean = all.Sum(one => one.Count * one.Chance);
        Assert.Equal(expectation.Mean, mean, 1e-9);
        Assert.Equal(expectation.Variance, all.Sum(one => one.Chance * Math.Pow(one.Count - mean, 2)), 1e-7);
    }

    [Theory]
    [MemberData(nameof(Pasts))]
    public void A_quantile_is_the_first_count_whose_sum_reaches_it(long[] past)
    {
        var expectation = GammaPoisson.Expect(past);

        foreach (var probability in new[] { 0.001, 0.025, 0.3, 0.5, 0.8, 0.975, 0.999 })
        {
            var sum = 0d;
            var first = Counts(expectation).First(one => (sum += one.Chance) >= probability).Count;
            Assert.Equal(first, expectation.Quantile(probability));
        }
    }

    [Theory]
    [MemberData(nameof(Pasts))]
    public void Prediction_holds_at_least_its_level_and_leaves_no_more_than_a_tail(long[] past)
    {
        var expectation = GammaPoisson.Expect(past);
        var (lower, upper) = expectation.Predict(0.9);

        Assert.Equal(new Interval(expectation.Quantile(0.05), expectation.Quantile(0.95)), new Interval(lower, upper));
        Assert.InRange(expectation.AtMost((long)lower - 1), 0, 0.05);
        Assert.InRange(expectation.AtLeast((long)upper + 1), 0, 0.05);
    }

    [Fact]
    public void More_years_of_the_same_predict_more_narrowly()
    {
        var three = GammaPoisson.Expect([40, 40, 40]).Predict();
        var ten = GammaPoisson.Expect([40, 40, 40, 40, 40, 40, 40, 40, 40, 40]).Predict();

        Assert.True(three.Contains(ten));
        Assert.NotEqual(three, ten);
    }

    [Fact]
    public void Nothing_is_below_zero()
    {
        var expectation = GammaPoisson.Expect([1, 2, 3]);

        Assert.Equal(0, expectation.AtMost(-1));
        Assert.Equal(1, expectation.AtLeast(0));
        Assert.Equal(1, expectation.AtLeast(-1));
    }

    [Fact]
    public void Refuses_fewer_than_three_years()
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(
            "past.Length", () => GammaPoisson.Expect([1, 2]));

        Assert.StartsWith("past.Length is 2, must be 3 or more.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_impossible_counts_groups_and_chances()
    {
        Assert.Throws<ArgumentOutOfRangeException>("count", () => GammaPoisson.Expect([1, 2, -1]));
        Assert.Throws<ArgumentOutOfRangeException>("groupMean", () => GammaPoisson.Expect([1, 2, 3], 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>("groupYears", () => GammaPoisson.Expect([1, 2, 3], 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("probability", () => GammaPoisson.Expect([1, 2, 3]).Quantile(1));
        Assert.Throws<ArgumentOutOfRangeException>("level", () => GammaPoisson.Expect([1, 2, 3]).Predict(1));
    }

    public static TheoryData<long[]> Pasts() => new([0, 0, 0], [1, 0, 2], [4, 6, 5], [30, 22, 41, 35]);

    private static IEnumerable<(long Count, double Chance)> Counts(Expectation expectation) =>
        Summed.NegativeBinomial(expectation.Shape, expectation.Years);
}
