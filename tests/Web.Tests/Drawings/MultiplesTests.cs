using AngleSharp.Dom;
using Twente.Igw.Web.Drawings;
using Xunit;

namespace Twente.Igw.Web.Tests.Drawings;

public sealed class MultiplesTests
{
    [Fact]
    public void Every_gemeente_has_a_chart_with_the_same_scale()
    {
        var charts = Draw(Samples.Multiples()).QuerySelectorAll("svg.multiple");

        Assert.Equal(2, charts.Length);
        Assert.Single(charts.Select(c => c.QuerySelector(".axes text")!.TextContent).Distinct());
        Assert.Equal("40", charts[1].QuerySelector(".axes text")!.TextContent);
    }

    [Fact]
    public void What_was_not_published_is_a_gap_and_no_zero()
    {
        var chart = Draw(Samples.Multiples()).QuerySelectorAll("svg.multiple")[1];

        Assert.Single(chart.QuerySelectorAll("rect.gap"));
        Assert.Equal(2, chart.QuerySelectorAll("path.line").Length);
        Assert.EndsWith(
            "Niet gepubliceerd: 1 van 3.", chart.GetAttribute("aria-label")!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_break_is_marked_in_every_chart_in_words_below_and_in_the_table()
    {
        var multiples = Draw(Samples.Multiples());

        Assert.All(multiples.QuerySelectorAll("svg.multiple"), c => Assert.Single(c.QuerySelectorAll(".break path")));
        Assert.Contains(
            "trendbreuk vanaf 3e kwartaal 2025: registratie veranderd", multiples.QuerySelector(".legend")!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal("trendbreuk", multiples.QuerySelector("tbody tr .break-mark")!.TextContent);
    }

    [Fact]
    public void The_table_has_the_newest_period_first_and_a_column_for_each_gemeente()
    {
        var table = Draw(Samples.Multiples()).QuerySelector("table")!;

        Assert.Equal(["Kwartaal", "Almelo", "Borne"], table.QuerySelectorAll("thead th").Select(th => th.TextContent));
        Assert.Equal(
            ["20", "5", "40", "–", "30", "3"], table.QuerySelectorAll("tbody td").Select(td => td.TextContent));
    }

    [Fact]
    public void Hatching_is_defined_once()
    {
        var multiples = Draw(Samples.Multiples());

        Assert.Equal("figuur-g", Assert.Single(multiples.QuerySelectorAll("pattern")).Id);
        Assert.All(
            multiples.QuerySelectorAll("rect.gap"), r => Assert.Equal("url(#figuur-g)", r.GetAttribute("fill")));
    }

    [Fact]
    public void Lines_without_any_figure_are_all_gap()
    {
        var sample = Samples.Multiples();
        var multiples = Draw(sample with { Lines = [sample.Lines[1] with { Amounts = [null, null, null] }] });

        Assert.Equal(3, multiples.QuerySelectorAll("rect.gap").Length);
        Assert.Empty(multiples.QuerySelectorAll("path.line"));
    }

    private static IElement Draw(SmallMultiples multiples) => Samples.Parse(Multiples.Draw(Samples.Text, multiples));
}
