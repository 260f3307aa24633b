using AngleSharp.Dom;
using Twente.Igw.Web.Drawings;
using Xunit;

namespace Twente.Igw.Web.Tests.Drawings;

public sealed class DotsTests
{
    [Fact]
    public void Rows_keep_the_order_of_the_caller_and_no_column_is_called_sorted()
    {
        var list = Draw(Samples.DotList());

        Assert.Equal(
            ["Almelo", "Borne uw gemeente", "Enschede", "Losser"],
            list.QuerySelectorAll("tbody th").Select(th => th.TextContent));
        Assert.Empty(list.QuerySelectorAll("[aria-sort]"));
    }

    [Fact]
    public void Every_row_has_the_comparator_at_the_same_place()
    {
        var lines = Draw(Samples.DotList()).QuerySelectorAll("tbody .comparator").Select(p => p.GetAttribute("d"));

        Assert.Equal(4, lines.Count());
        Assert.Single(lines.Distinct());
    }

    [Fact]
    public void Without_a_value_there_is_no_dot_and_the_word_says_why()
    {
        var row = Draw(Samples.DotList()).QuerySelectorAll("tbody tr")[3];

        Assert.Empty(row.QuerySelectorAll(".dot, .whisker"));
        Assert.Equal("niet vrijgegeven", row.QuerySelector(".amount")!.TextContent);
    }

    [Fact]
    public void No_dot_has_a_colour_of_its_own() =>
        Assert.Equal(["dot"], Draw(Samples.DotList()).QuerySelectorAll("circle").Select(c => c.ClassName).Distinct());

    [Fact]
    public void A_higher_value_lies_further_to_the_right_on_the_one_scale()
    {
        var dots = Draw(Samples.DotList()).QuerySelectorAll("circle")
            .Select(c => double.Parse(c.GetAttribute("cx")!, CultureInfo.InvariantCulture)).ToList();

        Assert.True(dots[1] > dots[0] && dots[0] > dots[2]);
    }

    [Fact]
    public void An_interval_that_runs_off_the_scale_has_no_end()
    {
        var list = Samples.DotList();
        var rows = list.Rows.ToList();
        rows[0] = rows[0] with { Upper = 500 };

        var whiskers = Draw(list with { Rows = rows }).QuerySelectorAll(".whisker[d]")
            .Select(w => w.GetAttribute("d")!.Count(c => c == 'M')).ToList();

        Assert.Equal([2, 3, 3], whiskers);
    }

    [Fact]
    public void A_list_without_any_value_is_still_a_list()
    {
        var list = Samples.DotList();
        var empty = list with
        {
            Comparator = null, ComparatorWord = null,
            Rows = [.. list.Rows.Select(r => r with { Value = null, Text = "." })],
        };

        Assert.Equal(4, Draw(empty).QuerySelectorAll("tbody tr").Length);
    }

    private static IElement Draw(DotList list) => Samples.Parse(Dots.Draw(Samples.Text, list));
}
