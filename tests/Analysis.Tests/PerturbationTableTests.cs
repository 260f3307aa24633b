namespace Twente.Igw.Analysis.Tests;

public sealed class PerturbationTableTests
{
    private static readonly PerturbationTable Table = PerturbationTable.Make(3, 2.5, 2);

    // R package ptable 1.0.0, vignette "Introduction": create_cnt_ptable(D = 2, V = 1), row of counts from 2, shown
    // as tMatrix 0.0638 and p_stay 0.383.
    [Fact]
    public void Large_counts_have_the_symmetric_row_of_ptable()
    {
        var row = PerturbationTable.Make(2, 1, 0).Probabilities(2);

        Assert.Equal(0.0638, row[0], 5e-5);
        Assert.Equal(0.383, row[2], 5e-4);
        Assert.Equal((1 - 0.383 - (2 * 0.0638)) / 2, row[1], 5e-4);
        Assert.Equal(row[0], row[4], 1e-12);
        Assert.Equal(row[1], row[3], 1e-12);
    }

    // The same vignette, section on plots: create_cnt_ptable(D = 2, V = 1.08, js = 1) takes a count of 1 to 0, 2 and 3
    // with 0.5133, 0.46 and 0.0267.
    [Fact]
    public void A_count_of_1_that_may_not_stay_has_the_row_of_ptable()
    {
        var row = PerturbationTable.Make(2, 1.08, 1).Probabilities(1);

        Assert.Equal(0.5133, row[1], 5e-5);
        Assert.Equal(0.46, row[3], 5e-5);
        Assert.Equal(0.0267, row[4], 5e-5);
        Assert.Equal(0, row[0] + row[2]);
    }

    [Theory]
    [InlineData(3, 2.5, 2)]
    [InlineData(3, 2.01, 2)]
    [InlineData(3, 2.99, 2)]
    [InlineData(2, 1.08, 1)]
    [InlineData(2, 1, 0)]
    [InlineData(5, 3, 2)]
    [InlineData(10, 6.25, 0)]
    public void Noise_of_every_count_has_mean_zero_and_the_variance_asked_for(int largest, double variance, int never)
    {
        var table = PerturbationTable.Make(largest, variance, never);
        for (var count = 1; count <= largest + never + 4; count++)
        {
            var row = table.Probabilities(count);
            var noises = row.Select((chance, place) => (Chance: chance, Noise: place - largest)).ToArray();
            Assert.Equal((2 * largest) + 1, row.Count);
            Assert.Equal(1, row.Sum(), 1e-9);
            Assert.Equal(0, noises.Sum(each => each.Chance * each.Noise), 1e-9);
            Assert.Equal(variance, noises.Sum(each => each.Chance * each.Noise * each.Noise), 1e-9);
            Assert.All(noises, each => Assert.Equal(
                count + each.Noise == 0 || count + each.Noise > never, each.Chance > 0));
        }
    }

    [Fact]
    public void No_other_noise_of_that_mean_and_variance_is_less_informative()
    {
        // Count 5 goes to 3 … 8. Moving along a direction that keeps sum, mean and variance lowers the entropy.
        var row = Table.Probabilities(5).Skip(1).ToArray();
        double[] third = [1, -3, 3, -1, 0, 0];
        double[] later = [0, 0, 1, -3, 3, -1];

        foreach (var step in new[] { -0.01, 0.01 })
        {
            Assert.True(Entropy(row) > Entropy(row.Zip(third, (chance, move) => chance + (step * move))));
            Assert.True(Entropy(row) > Entropy(row.Zip(later, (chance, move) => chance + (step * move))));
        }
    }

    [Fact]
    public void With_noise_up_to_3_and_never_1_or_2_the_variance_lies_between_2_and_3()
    {
        Assert.Equal(new Interval(2, 3), PerturbationTable.Feasible(3, 2));
        Assert.Equal(new Interval(0, 2), PerturbationTable.Feasible(2, 0));
        Assert.Equal(new Interval(1, 2), PerturbationTable.Feasible(2, 1));

        var refusal = Assert.Throws<ArgumentOutOfRangeException>("variance", () => PerturbationTable.Make(3, 1.5, 2));
        Assert.StartsWith(
            "variance is 1.5, must be between 2 and 3, both excluded.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Halfway_nearly_all_is_hidden_of_a_count_of_1_that_can_be()
    {
        var most = Enumerable.Range(1, 99).Max(
            hundredth => Entropy(PerturbationTable.Make(3, 2 + (hundredth / 100d), 2).Probabilities(1)));

        Assert.InRange(Entropy(Table.Probabilities(1)), 0.995 * most, most);
    }

    [Fact]
    public void Zero_stays_zero()
    {
        Assert.Equal([0, 0, 0, 1, 0, 0, 0], Table.Probabilities(0));
        Assert.Equal(0, Table.Noise(0, 0));
        Assert.Equal(0, Table.Perturb(0, ulong.MaxValue));
    }

    [Fact]
    public void Nothing_published_is_1_or_2_negative_or_more_than_3_away()
    {
        for (var count = 0; count < 40; count++)
        {
            foreach (var key in Keys(1000))
            {
                var published = Table.Perturb(count, key);
                Assert.True(published is 0 or > 2, $"{count} becomes {published}");
                Assert.InRange(published, count - 3, count + 3);
            }
        }
    }

    [Fact]
    public void The_same_key_gives_the_same_noise_and_evenly_spread_keys_the_table()
    {
        var other = PerturbationTable.Make(3, 2.5, 2);
        foreach (var count in new[] { 1, 2, 3, 4, 5, 6, 250 })
        {
            var drawn = Keys(100_000).Select(key => Table.Noise(count, key)).ToArray();
            Assert.Equal(drawn, Keys(100_000).Select(key => other.Noise(count, key)));
            foreach (var (chance, place) in Table.Probabilities(count).Select((chance, place) => (chance, place)))
                Assert.Equal(chance, drawn.Count(noise => noise == place - 3) / 100_000d, 2e-5);
        }
    }

    [Fact]
    public void The_smallest_key_gives_the_most_negative_noise_and_the_largest_the_most_positive()
    {
        Assert.Equal([-1, -2, -3, -1, -2, -3], Enumerable.Range(1, 6).Select(count => Table.Noise(count, 0)));
        Assert.All(Enumerable.Range(1, 6), count => Assert.Equal(3, Table.Noise(count, ulong.MaxValue)));
    }

    [Fact]
    public void Counts_from_6_share_one_row()
    {
        Assert.NotEqual(Table.Probabilities(5), Table.Probabilities(6));
        Assert.Equal(Table.Probabilities(6), Table.Probabilities(long.MaxValue - 3));
    }

    [Fact]
    public void What_is_possible_behind_a_published_count_is_what_can_become_it()
    {
        for (var published = 0; published < 30; published++)
        {
            if (published is 1 or 2)
                continue;
            var from = Enumerable.Range(0, 40)
                .Where(count => Math.Abs(count - published) <= 3
                    && Table.Probabilities(count)[published - count + 3] > 0)
                .Select(count => (long)count)
                .ToArray();
            var (low, high) = Table.Possible(published);
            Assert.Equal((from[0], from[^1]), (low, high));
            Assert.Equal(high - low + 1, from.Length);
        }

        Assert.Equal((0, 3), Table.Possible(0));
        Assert.Equal((1, 6), Table.Possible(3));
        Assert.Equal((97, 103), Table.Possible(100));
    }

    [Fact]
    public void Refuses_what_cannot_be_counted_or_published()
    {
        Assert.Throws<ArgumentOutOfRangeException>("count", () => Table.Perturb(-1, 7));
        Assert.Throws<ArgumentOutOfRangeException>("published", () => Table.Possible(2));
        Assert.Throws<ArgumentOutOfRangeException>("published", () => Table.Possible(-1));
        Assert.Throws<ArgumentOutOfRangeException>("neverUpTo", () => PerturbationTable.Make(3, 2.5, -1));
        Assert.Throws<ArgumentOutOfRangeException>("largestNoise", () => PerturbationTable.Make(2, 2.5, 2));
        Assert.Throws<ArgumentOutOfRangeException>("variance", () => PerturbationTable.Make(3, double.NaN, 2));
        Assert.Throws<ArgumentOutOfRangeException>("variance", () => PerturbationTable.Make(3, 3, 2));
    }

    // Keys at even distance over all of 2^64.
    private static IEnumerable<ulong> Keys(int how) =>
        Enumerable.Range(0, how).Select(step => (ulong)(((UInt128)step << 64) / (UInt128)how));

    private static double Entropy(IEnumerable<double> chances) =>
        -chances.Where(chance => chance > 0).Sum(chance => chance * Math.Log2(chance));
}
