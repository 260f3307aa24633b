using CsCheck;
using Twente.Igw.Figures;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Figures;

/// <summary>Which counts a reader in classes sees, alone and beside their total.</summary>
public sealed class ShowCountsTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "1-4")]
    [InlineData(4, "1-4")]
    [InlineData(5, "5-9")]
    [InlineData(9, "5-9")]
    [InlineData(10, "10-19")]
    [InlineData(19, "10-19")]
    [InlineData(20, "20")]
    [InlineData(1234, "1234")]
    public void A_count_below_twenty_is_a_class(int count, string shown) =>
        Assert.Equal(shown, Written(ShowCounts.Alone(count)));

    [Fact]
    public void What_is_not_known_has_no_class() => Assert.False(ShowCounts.Alone((int?)null).IsKnown);

    [Fact]
    public void The_only_hidden_part_takes_the_smallest_other_with_it() =>
        Assert.Equal(["30", "20+", "1-4", "0"], Shown(30, 21, 3, 0));

    [Fact]
    public void Parts_that_hide_each_other_stay_as_they_are() =>
        Assert.Equal(["30", "1-4", "1-4"], Shown(30, 3, 2));

    [Fact]
    public void Parts_that_are_all_at_the_end_of_their_class_become_wider() =>
        Assert.Equal(["10-19", "1-19"], Shown(19, 4));

    [Fact]
    public void A_total_that_is_a_class_itself_gives_nothing_back() => Assert.Equal(["5-9", "0"], Shown(7, 0));

    [Fact]
    public void No_hidden_count_follows_from_the_total_and_the_other_parts() =>
        Gen.Int[0, 45].Array[1, 8].Sample(counts =>
        {
            var shown = Of(counts);
            var total = RangeOf(ShowCounts.Alone(counts.Sum()));
            for (var i = 0; i < counts.Length; i++)
            {
                if (counts[i] is 0 or >= CountClass.ExactFrom)
                    continue;
                var others = shown.Where((_, j) => j != i).Select(RangeOf).ToList();
                var (low, high) = (others.Sum(o => o.Low), others.Sum(o => o.High));
                var own = RangeOf(shown[i]);
                var possible = Enumerable.Range(0, 500).Count(value =>
                    value >= own.Low && value <= own.High && value + low <= total.High && value + high >= total.Low);
                Assert.True(possible > 1, $"{string.Join(' ', counts)}: place {i}");
            }
        });

    private static IEnumerable<string> Shown(params int[] counts) => Of(counts).Select(Written);

    private static ShownCount[] Of(int[] counts) =>
        ShowCounts.Of([.. counts.Select(c => (int?)c)], [[.. Enumerable.Range(0, counts.Length)]]);

    private static string Written(ShownCount count) =>
        count.Count?.ToString(CultureInfo.InvariantCulture) ?? count.Class!.ToString();

    private static (long Low, long High) RangeOf(ShownCount count) => count.Count is { } known
        ? (known, known)
        : (count.Class!.Low, count.Class.High ?? 100_000);
}
