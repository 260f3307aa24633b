namespace Twente.Igw.Analysis.Tests;

public sealed class FalseDiscoveryTests
{
    // Benjamini & Hochberg (1995), § 3.2: fifteen endpoints of a trial of rt-PA against APSAC.
    private static readonly double[] Trial =
    [
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
        0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000,
    ];

    [Fact]
    public void Rejects_the_four_of_the_paper()
    {
        var adjusted = FalseDiscovery.Adjust(Trial);

        Assert.Equal([0, 1, 2, 3], Enumerable.Range(0, 15).Where(i => adjusted[i] <= 0.05));
        Assert.Equal(0.0001 * 15 / 1, adjusted[0], 1e-15);
        Assert.Equal(0.0095 * 15 / 4, adjusted[3], 1e-15);
    }

    [Fact]
    public void A_smaller_p_value_never_gets_a_larger_adjusted_one()
    {
        var adjusted = FalseDiscovery.Adjust(Trial);

        // The sixth alone would be 0.0278 · 15 / 6 = 0.0695; the seventh, 0.0639, pulls it down.
        Assert.Equal(0.0298 * 15 / 7, adjusted[5], 1e-15);
        Assert.Equal(adjusted[6], adjusted[5]);
        Assert.Equal(adjusted.Order(), adjusted);
    }

    [Fact]
    public void Answers_come_in_the_order_of_the_questions()
    {
        var forward = FalseDiscovery.Adjust(Trial);
        var backward = FalseDiscovery.Adjust(Trial.Reverse().ToArray());

        Assert.Equal(forward.Reverse(), backward);
        Assert.Equal([0.06, 0.03, 0.06], FalseDiscovery.Adjust([0.06, 0.01, 0.04]));
    }

    [Fact]
    public void Adjusted_values_lie_between_the_given_one_and_1()
    {
        foreach (var p in new[] { Trial, [1, 1, 1], [0, 1], [0.9, 0.95, 0.99], [0.04, 0.04, 0.04] })
        {
            var adjusted = FalseDiscovery.Adjust(p);
            Assert.All(p.Zip(adjusted), pair => Assert.InRange(pair.Second, pair.First, 1));
        }
    }

    [Fact]
    public void Rejections_are_those_of_the_step_up_rule()
    {
        var random = new Random(1995);
        for (var round = 0; round < 200; round++)
        {
            var p = Enumerable.Range(0, 1 + random.Next(40)).Select(_ => Math.Pow(random.NextDouble(), 3)).ToArray();
            var sorted = p.Order().ToArray();
            var rejected = Enumerable.Range(1, p.Length).LastOrDefault(k => sorted[k - 1] <= 0.1 * k / p.Length);
            Assert.Equal(rejected, FalseDiscovery.Adjust(p).Count(value => value <= 0.1));
        }
    }

    [Fact]
    public void One_look_needs_no_adjusting_and_none_gives_none()
    {
        Assert.Equal([0.03], FalseDiscovery.Adjust([0.03]));
        Assert.Empty(FalseDiscovery.Adjust([]));
    }

    [Fact]
    public void The_input_stays_as_it_was()
    {
        double[] p = [0.5, 0.1];
        FalseDiscovery.Adjust(p);

        Assert.Equal([0.5, 0.1], p);
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void Refuses_what_is_no_probability(double value)
    {
        Assert.Throws<ArgumentOutOfRangeException>("p", () => FalseDiscovery.Adjust([0.5, value]));
        Assert.Throws<ArgumentOutOfRangeException>("alpha", () => FalseDiscovery.ExpectedFalseAlarms(1, value));
    }

    [Fact]
    public void Five_hundred_looks_at_5_percent_call_out_25_times_for_nothing()
    {
        Assert.Equal(25, FalseDiscovery.ExpectedFalseAlarms(500, 0.05), 1e-12);
        Assert.Throws<ArgumentOutOfRangeException>("looks", () => FalseDiscovery.ExpectedFalseAlarms(-1, 0.05));
    }
}
