namespace Twente.Igw.Analysis.Tests;

public sealed class FunnelSpreadTests
{
    // The six groups of FunnelPlotR, tests/testthat/test-classes_methods.R.
    private static readonly double[] Observed = [100, 150, 180, 80, 120, 225];
    private static readonly double[] Expected = [108, 112, 165, 95, 100, 220];

    // FunnelPlotR, the same test: phi 2.948033 (log scores, its SHMI method; with six groups nothing is cut off).
    [Fact]
    public void Phi_agrees_with_FunnelPlotR()
    {
        var spread = FunnelSpread.OfScores(LogScores(), Expected, winsorised: 0)!.Value;

        Assert.Equal(2.948033, spread.Phi, 5e-7);
    }

    [Fact]
    public void Tau_squared_is_that_of_moments()
    {
        var spread = FunnelSpread.OfScores(LogScores(), Expected, winsorised: 0)!.Value;

        // Σw = 800 and Σw² = 118858, so (6 × 2.948033 − 5) / (800 − 118858 / 800).
        Assert.Equal(((6 * 2.948033) - 5) / (800 - 148.5725), spread.TauSquared, 1e-8);
    }

    // Quantiles of chi-square with 13 degrees as printed in tables: 5.00875 and 24.7356.
    [Fact]
    public void With_fourteen_places_phi_is_uncertain_by_tables_of_chi_square()
    {
        double[] scores = [3, -3, 3, -3, 3, -3, 3, -3, 3, -3, 3, -3, 3, -3];
        var spread = FunnelSpread.OfScores(scores, Enumerable.Repeat(100d, 14).ToArray(), winsorised: 0)!.Value;

        Assert.Equal((14, 9), (spread.Places, spread.Phi));
        Assert.Equal(126 / 24.7356, spread.PhiInterval.Lower, 1e-4);
        Assert.Equal(126 / 5.00875, spread.PhiInterval.Upper, 1e-4);
        Assert.Equal((126 - 13) / 1300d, spread.TauSquared, 1e-12);
        Assert.Equal(((14 * 126 / 24.7356) - 13) / 1300, spread.TauSquaredInterval.Lower, 1e-5);
        Assert.Equal(((14 * 126 / 5.00875) - 13) / 1300, spread.TauSquaredInterval.Upper, 1e-5);
    }

    [Fact]
    public void Scores_of_counts_are_twice_the_distance_of_their_roots()
    {
        // Every place 2 (√n − √n') = ±2, so phi is 4; precision is four times what is expected.
        long[] counts = [121, 81, 121, 81, 121, 81];
        var spread = FunnelSpread.Of(counts, Enumerable.Repeat(100d, 6).ToArray())!.Value;

        Assert.Equal(4, spread.Phi, 1e-12);
        Assert.Equal((24 - 5) / (400d * 5), spread.TauSquared, 1e-12);
    }

    // R, quantile(1:10, 0.1) is 1.9 and quantile(1:10, 0.9) is 9.1.
    [Fact]
    public void Winsorised_scores_stop_at_the_quantiles_of_R()
    {
        double[] scores = [10, 3, 2, 9, 5, 1, 6, 7, 8, 4];
        var spread = FunnelSpread.OfScores(scores, scores, winsorised: 0.1)!.Value;

        Assert.Equal(((1.9 * 1.9) + (9.1 * 9.1) + 4 + 9 + 16 + 25 + 36 + 49 + 64 + 81) / 10, spread.Phi, 1e-12);
    }

    [Fact]
    public void One_outlier_among_fourteen_does_not_make_the_spread()
    {
        long[] counts = [400, 97, 104, 99, 108, 92, 101, 95, 103, 110, 94, 100, 98, 105];
        var expected = Enumerable.Repeat(100d, 14).ToArray();

        Assert.Equal(0, FunnelSpread.Of(counts, expected)!.Value.TauSquared);
    }

    [Fact]
    public void Places_that_differ_less_than_chance_have_no_variance_between_them()
    {
        var spread = FunnelSpread.Of([100, 101, 100, 99, 100], [100, 100, 100, 100, 100])!.Value;

        Assert.InRange(spread.Phi, 0, 0.1);
        Assert.Equal(0, spread.TauSquared);
        Assert.True(spread.PhiInterval.Contains(spread.Phi));
    }

    [Fact]
    public void Is_unknown_below_four_places()
    {
        Assert.Null(FunnelSpread.Of([1, 2, 3], [1, 2, 3]));
        Assert.NotNull(FunnelSpread.Of([1, 2, 3, 4], [1, 2, 3, 4]));
    }

    [Fact]
    public void Refuses_what_does_not_match_or_cannot_be()
    {
        Assert.Throws<ArgumentOutOfRangeException>("expected", () => FunnelSpread.Of([1, 2], [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => FunnelSpread.Of([-1], [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => FunnelSpread.Of([1], [0]));
        Assert.Throws<ArgumentOutOfRangeException>("precisions", () => FunnelSpread.OfScores([1, 2], [1], 0));
        Assert.Throws<ArgumentOutOfRangeException>("winsorised", () => FunnelSpread.OfScores([1], [1], 0.5));
        Assert.Throws<ArgumentOutOfRangeException>("level", () => FunnelSpread.Of([1], [1], level: 1));
    }

    private static double[] LogScores() =>
        [.. Observed.Zip(Expected, (observed, expected) => Math.Sqrt(expected) * Math.Log(observed / expected))];
}
