using Xunit;

namespace Twente.Igw.Capabilities.Tests.Attack;

/// <summary>The attack itself, on tables of which the answer is known.</summary>
public sealed class DisclosureAttackTests
{
    [Fact]
    public void The_only_hidden_count_of_a_row_is_what_the_total_leaves()
    {
        var attack = Of(1, KnownSum.Exactly(20 - 5 - 9, 0));

        Assert.Equal([new Feasible(6, 6)], attack.Propagate());
        Assert.Equal([new Feasible(6, 6)], attack.Solve());
    }

    // Fréchet bounds: in a table with known margins a count lies between max(0, row + column − all) and
    // min(row, column), and every value between is possible. Dobra, A. and Fienberg, S.E. (2000), PNAS 97, 11885.
    [Theory]
    [InlineData(3, 3, 1)]
    [InlineData(3, 3, 2)]
    [InlineData(4, 6, 3)]
    [InlineData(7, 5, 4)]
    public void With_known_margins_the_bounds_are_those_of_Frechet(int rows, int columns, int seed)
    {
        var table = Table(rows, columns, seed);
        long[] row = [.. Enumerable.Range(0, rows).Select(r => table.Skip(r * columns).Take(columns).Sum())];
        long[] column = [.. Enumerable.Range(0, columns).Select(c => table.Where((_, at) => at % columns == c).Sum())];
        var all = table.Sum();

        var attack = Of(table.Length, [.. Margins(table, rows, columns)]);

        var expected = table.Select((_, at) => new Feasible(
            Math.Max(0, row[at / columns] + column[at % columns] - all),
            Math.Min(row[at / columns], column[at % columns])));
        Assert.Equal(expected, attack.Solve());
        Assert.Equal(expected, attack.Propagate());
    }

    [Fact]
    public void Three_pairs_give_three_counts_to_who_solves_them_together()
    {
        // a + b = 3, b + c = 3, a + c = 4: only 2, 1, 2. One sum at a time leaves more.
        var attack = Of(3, KnownSum.Exactly(3, 0, 1), KnownSum.Exactly(3, 1, 2), KnownSum.Exactly(4, 0, 2));

        Assert.Equal([new(1, 3), new(0, 2), new Feasible(1, 3)], attack.Propagate());
        Assert.Equal([new(2, 2), new(1, 1), new Feasible(2, 2)], attack.Solve());
        Assert.Equal(
            new AttackReport { Cells = 3, Recovered = 3, SmallestWidth = 0, GuessedRight = 3 },
            attack.Report([2, 1, 2]));
    }

    [Fact]
    public void Sums_that_are_known_within_noise_leave_room_of_that_noise()
    {
        // Two counts published as 8 and 5, their sum as 12, each with at most 3 of noise.
        var attack = new DisclosureAttack(
            [new("a") { Low = 5, High = 11 }, new("b") { Low = 2, High = 8 }], [new KnownSum([0, 1], 9, 15)]);

        Assert.Equal([new(5, 11), new Feasible(2, 8)], attack.Solve());

        var narrower = new DisclosureAttack(
            [new("a") { Low = 5, High = 11 }, new("b") { Low = 2, High = 8 }], [new KnownSum([0, 1], 17, 19)]);
        Assert.Equal([new(9, 11), new Feasible(6, 8)], narrower.Solve());
    }

    [Fact]
    public void A_count_of_which_nothing_is_known_can_be_any_number()
    {
        var attack = Of(3, new KnownSum([0, 1], 4, null));

        Assert.Equal([new(0, null), new(0, null), new Feasible(0, null)], attack.Solve());
    }

    [Fact]
    public void Halves_are_no_counts()
    {
        // With b = 3 − a and c = a − 1 the last sum says that a is from 1.5 to 2.5.
        var attack = Of(3, KnownSum.Exactly(3, 0, 1), KnownSum.Exactly(2, 1, 2), new KnownSum([0, 2], 2, 4));

        Assert.Equal([new(2, 2), new(1, 1), new Feasible(1, 1)], attack.Solve());
    }

    [Fact]
    public void The_best_guess_is_nearest_to_the_middle_and_agrees_with_every_sum()
    {
        // Middles 5 and 5 under a sum of 4 move equally far; with bounds the one that stops leaves the rest.
        Assert.All(Of(2, KnownSum.Exactly(4, 0, 1)).Estimate(), guess => Assert.Equal(2, guess, 1e-6));

        var table = Table(4, 5, seed: 9);
        var margins = Margins(table, 4, 5).ToArray();
        var guess = Of(table.Length, margins).Estimate();
        Assert.All(margins, sum => Assert.Equal(sum.Low, sum.Cells.Sum(cell => guess[cell]), 1e-4));
        Assert.All(guess, count => Assert.True(count >= 0));
    }

    [Fact]
    public void A_count_known_beforehand_is_not_recovered()
    {
        var attack = new DisclosureAttack(
            [new("known") { Low = 4, High = 4 }, new("one"), new("other")], [KnownSum.Exactly(9, 0, 1, 2)]);

        var report = attack.Report([4, 2, 3]);
        Assert.Equal((2, 0, 5L), (report.Cells, report.Recovered, report.SmallestWidth));
        Assert.InRange(report.ShareGuessedRight, 0, 1);
    }

    [Fact]
    public void Sums_that_no_counts_have_and_a_truth_that_does_not_fit_are_refused()
    {
        Assert.Throws<InvalidOperationException>(
            () => Of(2, KnownSum.Exactly(3, 0, 1), KnownSum.Exactly(5, 0)).Propagate());
        Assert.Throws<InvalidOperationException>(() => Of(2, KnownSum.Exactly(3, 0, 1)).Report([1, 9]));
    }

    [Fact]
    public void A_year_of_a_district_with_noisy_sums_is_attacked_in_seconds()
    {
        // Fourteen gemeenten, twelve months, six classes; each count and each margin known to within 3.
        const int classes = 6, months = 12, gemeenten = 14;
        var table = Table(gemeenten, months * classes, seed: 5);
        KnownSum Within(IEnumerable<int> cells)
        {
            int[] those = [.. cells];
            var sum = those.Sum(cell => table[cell]);
            return new(those, Math.Max(0, sum - 3), sum + 3);
        }

        var places = Enumerable.Range(0, table.Length).ToArray();
        var attack = new DisclosureAttack(
            [.. table.Select(count => new AttackedCell("") { Low = Math.Max(0, count - 3), High = count + 3 })],
            [
                .. places.GroupBy(at => at / classes).Select(Within),
                .. places.GroupBy(at => (at / (months * classes), at % classes)).Select(Within),
                .. places.GroupBy(at => at % (months * classes)).Select(Within),
                .. places.GroupBy(at => at / (months * classes)).Select(Within),
            ]);

        var report = attack.Report(table);
        Assert.Equal(table.Length, report.Cells);
        Assert.InRange(report.SmallestWidth, 1, 6);
    }

    private static DisclosureAttack Of(int cells, params KnownSum[] sums) =>
        new([.. Enumerable.Range(0, cells).Select(at => new AttackedCell($"cell {at}"))], sums);

    private static long[] Table(int rows, int columns, int seed)
    {
        // Small counts, a third of them zero, the same each time.
        var state = (ulong)seed;
        long Next() => (long)((state = (state * 6364136223846793005) + 1442695040888963407) >> 33) % 9;
        return [.. Enumerable.Range(0, rows * columns).Select(_ => Math.Max(0, Next() - 2))];
    }

    private static IEnumerable<KnownSum> Margins(long[] table, int rows, int columns)
    {
        KnownSum Sum(IEnumerable<int> cells) => KnownSum.Exactly(cells.Sum(cell => table[cell]), [.. cells]);
        return Enumerable.Range(0, rows).Select(row => Sum(Enumerable.Range(row * columns, columns)))
            .Concat(Enumerable.Range(0, columns).Select(
                column => Sum(Enumerable.Range(0, rows).Select(row => (row * columns) + column))));
    }
}
