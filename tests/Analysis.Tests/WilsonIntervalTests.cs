namespace Twente.Igw.Analysis.Tests;

public sealed class WilsonIntervalTests
{
    // PHEindicatormethods, tests of wilson_lower and wilson_upper.
    [Theory]
    [InlineData(65, 100, 0.55254443296887967, 0.73635751756902468)]
    [InlineData(1045, 5000, 0.19795549880013297, 0.22049130373189027)]
    public void Agrees_with_PHEindicatormethods(long successes, long trials, double lower, double upper)
    {
        var interval = WilsonInterval.Of(successes, trials);

        Assert.Equal(lower, interval.Lower, 1e-13);
        Assert.Equal(upper, interval.Upper, 1e-13);
    }

    [Theory]
    [InlineData(3, 17, 0.95)]
    [InlineData(40, 41, 0.998)]
    public void Limits_are_where_the_score_test_just_rejects(long successes, long trials, double level)
    {
        var z = level == 0.95 ? 1.959963984540054 : 3.090232306167813;
        var interval = WilsonInterval.Of(successes, trials, level);

        foreach (var share in new[] { interval.Lower, interval.Upper })
        {
            var score = (successes - (trials * share)) / Math.Sqrt(trials * share * (1 - share));
            Assert.Equal(z, Math.Abs(score), 1e-9);
        }
    }

    [Fact]
    public void Is_symmetric_in_success_and_failure()
    {
        for (var successes = 0; successes <= 30; successes++)
        {
            var (solved, unsolved) = (WilsonInterval.Of(successes, 30), WilsonInterval.Of(30 - successes, 30));
            Assert.Equal(solved.Lower, 1 - unsolved.Upper, 1e-12);
        }
    }

    [Fact]
    public void Stays_within_0_and_1_and_contains_the_share()
    {
        for (var trials = 1; trials <= 60; trials++)
        {
            for (var successes = 0; successes <= trials; successes++)
            {
                var interval = WilsonInterval.Of(successes, trials);
                Assert.True(new Interval(0, 1).Contains(interval), $"{successes} of {trials}");
                Assert.True(interval.Contains((double)successes / trials), $"{successes} of {trials}");
            }
        }
    }

    [Fact]
    public void Refuses_a_share_of_nothing() =>
        Assert.Throws<ArgumentOutOfRangeException>("trials", () => WilsonInterval.Of(0, 0));

    [Fact]
    public void Refuses_more_successes_than_trials()
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>("successes", () => WilsonInterval.Of(5, 4));

        Assert.StartsWith("successes is 5, must be at most the 4 trials.", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("successes", () => WilsonInterval.Of(-1, 4));
    }
}
