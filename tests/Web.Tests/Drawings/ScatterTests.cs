using AngleSharp.Dom;
using Twente.Igw.Web.Drawings;
using Xunit;

namespace Twente.Igw.Web.Tests.Drawings;

public sealed class ScatterTests
{
    [Fact]
    public void An_area_without_one_of_the_two_is_in_the_table_and_not_in_the_drawing()
    {
        var scatter = Draw((1, 2), (null, 3), (4, null), (5, 6));

        Assert.Equal(2, scatter.QuerySelectorAll("circle.dot").Length);
        Assert.Equal(4, scatter.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(".", scatter.QuerySelectorAll("tbody tr")[1].QuerySelector("td")!.TextContent);
    }

    [Fact]
    public void No_line_is_drawn_through_the_dots() =>
        Assert.Empty(Draw((1, 1), (2, 2), (3, 3)).QuerySelectorAll("svg.scatter .line, svg.scatter .trend"));

    [Fact]
    public void The_axis_up_begins_at_zero_and_the_other_where_the_values_are()
    {
        var scatter = Draw((430, 3), (470, 9));
        Assert.Contains(scatter.QuerySelectorAll("svg.scatter .axes > text"), text => text.TextContent == "0");
        Assert.Equal("430", scatter.QuerySelector("svg.scatter .tick text")!.TextContent);
    }

    [Fact]
    public void A_value_far_above_all_others_is_an_arrow_with_its_figure()
    {
        var scatter = Draw([.. Enumerable.Range(1, 11).Select(i => ((double?)i, (double?)i)), (12, 90)]);

        Assert.Single(scatter.QuerySelectorAll("path.dot.beyond:not(.sample-beyond path)"));
        Assert.Contains(scatter.QuerySelectorAll(".dot-name"), n => n.TextContent == "Buurt 12 90");
        Assert.Contains("boven de schaal", scatter.QuerySelector(".legend")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Among_a_few_areas_nothing_is_beyond_the_scale() =>
        Assert.Empty(Draw((1, 1), (2, 2), (3, 90)).QuerySelectorAll("path.dot.beyond"));

    [Fact]
    public void Where_nothing_may_be_ranked_no_dot_is_named_and_the_description_names_none()
    {
        var scatter = Draw(Plot((1, 1), (2, 2), (3, 30)) with { Named = false });

        Assert.Empty(scatter.QuerySelectorAll(".dot-name"));
        Assert.DoesNotContain("Buurt", scatter.QuerySelector("svg.scatter")!.GetAttribute("aria-label")!.Replace(
            "een buurt", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_single_pair_it_says_so()
    {
        var scatter = Draw((null, 1), (2, null));

        Assert.Empty(scatter.QuerySelectorAll("svg.scatter"));
        Assert.Contains("geen gebied", scatter.QuerySelector(".figure-empty")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 5)]
    [InlineData(0.01, 0.013)]
    [InlineData(0, 123456)]
    public void An_axis_holds_its_values_with_a_handful_of_round_steps(double low, double high)
    {
        foreach (var fromZero in new[] { true, false })
        {
            var axis = AxisScale.Around([low, high], fromZero);

            Assert.InRange(low, axis.Low, axis.High);
            Assert.InRange(high, axis.Low, axis.High);
            Assert.InRange(axis.Ticks.Count(), 2, 25);
            Assert.Equal(axis.Ticks.Count(), axis.Ticks.Select(axis.Text).Distinct().Count());
        }
    }

    private static IElement Draw(params (double?, double?)[] values) => Draw(Plot(values));

    private static IElement Draw(ScatterPlot plot) => Samples.Parse(Scatter.Draw(Samples.Text, plot));

    private static ScatterPlot Plot(params (double? Across, double? Up)[] values) => new()
    {
        AcrossWord = "WOZ-waarde", UpWord = "Per 1.000", AreaWord = "Buurt",
        Points =
        [
            .. values.Select((v, i) => new ScatterPoint
            {
                Area = Samples.CodeOf(i + 1), Name = $"Buurt {i + 1}", Across = v.Across, Up = v.Up,
                AcrossText = v.Across is { } across ? Dutch.Break(across) : ".",
                UpText = v.Up is { } up ? Dutch.Break(up) : ".",
            }),
        ],
    };
}
