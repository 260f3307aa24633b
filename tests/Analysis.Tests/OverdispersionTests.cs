namespace Twente.Igw.Analysis.Tests;

public sealed class OverdispersionTests
{
    [Fact]
    public void Is_pearsons_chi_square_over_its_degrees_of_freedom()
    {
        // Ten cells 4 away from 8, so 2 each; two that agree: 20 / 12.
        long[] counts = [4, 12, 4, 12, 4, 12, 4, 12, 4, 12, 8, 8];
        double[] expected = [8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8];

        Assert.Equal(20 / 12d, Overdispersion.Estimate(counts, expected)!.Value, 1e-12);
        Assert.Equal(20 / 10d, Overdispersion.Estimate(counts, expected, fitted: 2)!.Value, 1e-12);
    }

    [Fact]
    public void Is_never_below_1()
    {
        var counts = Enumerable.Repeat(8L, 12).ToArray();
        var expected = Enumerable.Repeat(8d, 12).ToArray();

        Assert.Equal(1, Overdispersion.Estimate(counts, expected));
    }

    [Fact]
    public void Is_unknown_below_ten_degrees_of_freedom()
    {
        var counts = Enumerable.Repeat(100L, 11).ToArray();
        var expected = Enumerable.Repeat(8d, 11).ToArray();

        Assert.NotNull(Overdispersion.Estimate(counts, expected, fitted: 1));
        Assert.Null(Overdispersion.Estimate(counts, expected, fitted: 2));
        Assert.Null(Overdispersion.Estimate([], []));
    }

    [Fact]
    public void Years_are_held_against_the_mean_of_their_own_area()
    {
        // Each row: mean 20, chi-square (100 + 0 + 100) / 20 = 10 on 2 degrees of freedom.
        long[] rows = [10, 20, 30, 30, 10, 20, 20, 30, 10, 10, 30, 20, 10, 20, 30];

        Assert.Equal(5, Overdispersion.EstimateFromYears(rows, years: 3)!.Value, 1e-12);
    }

    [Fact]
    public void Differences_between_areas_are_no_overdispersion()
    {
        long[] rows = [1, 1, 1, 50, 50, 50, 900, 900, 900, 7, 7, 7, 3, 3, 3];

        Assert.Equal(1, Overdispersion.EstimateFromYears(rows, years: 3));
    }

    [Fact]
    public void An_area_without_incidents_adds_nothing()
    {
        long[] rows = [10, 20, 30, 0, 0, 0, 30, 10, 20, 20, 30, 10, 10, 30, 20, 10, 20, 30];

        Assert.Equal(5, Overdispersion.EstimateFromYears(rows, years: 3)!.Value, 1e-12);
        Assert.Null(Overdispersion.EstimateFromYears(new long[300], years: 3));
        Assert.Null(Overdispersion.EstimateFromYears(rows.AsSpan(0, 15), years: 3));
    }

    [Fact]
    public void A_single_incident_in_three_years_swings_as_much_as_chance()
    {
        // Given a row's total its chi-square has expectation years − 1, also for a total of one.
        long[] rows = [1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 0, 1, 0];

        Assert.Equal(1, Overdispersion.EstimateFromYears(rows, years: 3)!.Value, 1e-12);
    }

    [Fact]
    public void Refuses_expectations_that_do_not_match_the_counts()
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(
            "expected", () => Overdispersion.Estimate([1, 2], [1]));

        Assert.StartsWith("expected is 1, must be as long as the 2 counts.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_what_cannot_be_counted_or_expected()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Overdispersion.Estimate([-1], [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Overdispersion.Estimate([1], [0]));
        Assert.Throws<ArgumentOutOfRangeException>("fitted", () => Overdispersion.Estimate([1], [1], fitted: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Overdispersion.EstimateFromYears([1, -1], years: 2));
    }

    [Fact]
    public void Refuses_a_table_that_is_not_whole_rows_of_years()
    {
        Assert.Throws<ArgumentOutOfRangeException>("years", () => Overdispersion.EstimateFromYears([1, 2], years: 1));
        Assert.Throws<ArgumentOutOfRangeException>("counts", () => Overdispersion.EstimateFromYears([1, 2], years: 3));
    }
}
