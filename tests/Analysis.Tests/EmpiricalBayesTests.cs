namespace Twente.Igw.Analysis.Tests;

public sealed class EmpiricalBayesTests
{
    [Fact]
    public void Moves_equal_areas_by_the_share_that_is_chance()
    {
        // Overall 0.05; variance 0.0025 of which 0.05 / 100 = 0.0005 is chance: 0.8 of each distance is its own.
        var smoothed = EmpiricalBayes.Smooth([0, 10], [100, 100]);

        Assert.Equal(0.01, smoothed[0], 1e-15);
        Assert.Equal(0.09, smoothed[1], 1e-15);
    }

    [Fact]
    public void Follows_Marshall_where_populations_differ()
    {
        // Overall 31 / 500 = 0.062; variance (100·0.052² + 400·0.013²) / 500 = 0.000676, less 0.062 / 250 by chance.
        const double between = 0.000676 - 0.000248;
        var smoothed = EmpiricalBayes.Smooth([1, 30], [100, 400]);

        Assert.Equal(0.062 - (0.052 * between / (between + (0.062 / 100))), smoothed[0], 1e-14);
        Assert.Equal(0.062 + (0.013 * between / (between + (0.062 / 400))), smoothed[1], 1e-14);
    }

    [Fact]
    public void Every_rate_ends_between_its_own_and_the_overall_one()
    {
        long[] counts = [0, 3, 1, 40, 12, 7, 90, 2];
        double[] populations = [120, 150, 800, 2500, 900, 60, 5000, 1300];
        var overall = counts.Sum() / populations.Sum();

        var smoothed = EmpiricalBayes.Smooth(counts, populations);

        for (var area = 0; area < counts.Length; area++)
        {
            var raw = counts[area] / populations[area];
            Assert.InRange(smoothed[area], Math.Min(raw, overall), Math.Max(raw, overall));
            Assert.NotEqual(raw, smoothed[area]);
        }
    }

    [Fact]
    public void Of_two_areas_with_one_rate_the_smaller_moves_more()
    {
        var smoothed = EmpiricalBayes.Smooth([5, 50, 10, 10], [50, 500, 1000, 1000]);

        Assert.True(smoothed[0] < smoothed[1]);
    }

    [Fact]
    public void Areas_that_differ_by_chance_alone_all_get_the_overall_rate()
    {
        var smoothed = EmpiricalBayes.Smooth([9, 10, 11], [1000, 1000, 1000]);

        Assert.All(smoothed, rate => Assert.Equal(0.01, rate, 1e-15));
    }

    [Fact]
    public void A_map_without_incidents_stays_zero()
    {
        Assert.Equal([0, 0, 0], EmpiricalBayes.Smooth([0, 0, 0], [10, 20, 30]));
        Assert.Empty(EmpiricalBayes.Smooth([], []));
    }

    [Fact]
    public void Refuses_an_area_without_inhabitants_a_negative_count_and_a_missing_population()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => EmpiricalBayes.Smooth([1, 1], [10, 0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => EmpiricalBayes.Smooth([-1, 1], [10, 10]));
        Assert.Throws<ArgumentOutOfRangeException>("populations", () => EmpiricalBayes.Smooth([1, 1], [10]));
    }
}
