using AngleSharp.Dom;
using Twente.Igw.Analysis;
using Twente.Igw.Web.Drawings;
using Xunit;

namespace Twente.Igw.Web.Tests.Drawings;

public sealed class FunnelTests
{
    private static readonly FunnelSpread Spread = new(14, 2.9, new Interval(1.66, 8.1), 0.01, new Interval(0, 0.05));

    [Fact]
    public void Who_released_nothing_is_named_under_the_drawing_and_not_in_it()
    {
        var funnel = Draw();

        Assert.Equal("Niet vrijgegeven: Losser.", funnel.QuerySelector(".figure-missing")!.TextContent);
        Assert.Equal(3, funnel.QuerySelectorAll("circle.dot").Length);
        Assert.DoesNotContain("Losser", funnel.QuerySelector("svg")!.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(
            ["35.000", "–", "niet vrijgegeven"],
            funnel.QuerySelectorAll("tbody tr")[3].QuerySelectorAll("td").Select(td => td.TextContent));
    }

    [Fact]
    public void Thin_lines_are_there_always_and_thick_ones_when_the_spread_is_known()
    {
        Assert.Equal((4, 0), Lines(Draw()));
        Assert.Equal((4, 4), Lines(Draw(Spread)));
        Assert.Equal(2, Draw(Spread).QuerySelectorAll("svg .limit.wide.inner").Length);
        Assert.Single(Draw().QuerySelectorAll("svg .comparator"));
    }

    [Fact]
    public void The_lines_stay_on_the_paper()
    {
        foreach (var path in Draw(Spread).QuerySelectorAll("svg .limit"))
        {
            var numbers = path.GetAttribute("d")!.Split(['M', 'L', ' '], StringSplitOptions.RemoveEmptyEntries)
                .Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
            Assert.All(numbers.Where((_, at) => at % 2 == 0), x => Assert.InRange(x, 62, 784));
            Assert.All(numbers.Where((_, at) => at % 2 == 1), y => Assert.InRange(y, 44, 436));
        }
    }

    [Fact]
    public void The_table_says_where_each_lies_and_never_better_or_worse()
    {
        // Borne: 115 expected, 218.5 counted; Enschede: 800 expected, 784 counted.
        var places = Draw().QuerySelectorAll("tbody td:last-child").Select(td => td.TextContent);

        Assert.Equal(["binnen de lijnen", "boven de lijn van 99,8 %", "binnen de lijnen", "niet vrijgegeven"], places);
        Assert.Contains(
            "Borne ligt boven de lijn van 99,8 %.", Draw().QuerySelector("svg")!.GetAttribute("aria-label")!,
            StringComparison.Ordinal);
    }

    [Fact]
    public void With_a_wide_spread_the_same_point_lies_within_the_lines()
    {
        var funnel = Draw(Spread with { TauSquared = 0.2 });

        Assert.EndsWith(
            "Alle liggen binnen de lijnen.", funnel.QuerySelector("svg")!.GetAttribute("aria-label")!,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_own_gemeente_stands_out_and_is_named()
    {
        var funnel = Draw(Spread);

        Assert.StartsWith(
            "Borne", funnel.QuerySelector("circle.own title")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Borne", funnel.QuerySelector(".dot-name.own")!.TextContent);
        Assert.Contains(funnel.QuerySelectorAll("tbody th"), th => th.TextContent == "Borne uw gemeente");
    }

    [Fact]
    public void How_uncertain_the_spread_is_stands_under_it()
    {
        Assert.Equal(
            "De spreiding tussen gemeenten is 2,9 keer die van toeval alleen. Met 14 gemeenten is deze spreiding "
            + "onzeker: tussen 1,7 en 8,1 keer.",
            Draw(Spread).QuerySelector(".figure-uncertain")!.TextContent);
        Assert.StartsWith(
            "Met 3 gemeenten is niet te zeggen", Draw().QuerySelector(".figure-uncertain")!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_single_figure_it_says_so()
    {
        var plot = Samples.Funnel();
        var funnel = Draw(plot with { Points = [.. plot.Points.Select(p => p with { IsReleased = false })] });

        Assert.Empty(funnel.QuerySelectorAll("svg"));
        Assert.Contains("vrijgegeven", funnel.QuerySelector(".figure-empty")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_never_becomes_markup()
    {
        const string name = "<script>\"&";
        var plot = Samples.Funnel(Spread);
        var funnel = Draw(plot with { Points = [.. plot.Points.Select(p => p with { Name = name })] });

        Assert.Empty(funnel.QuerySelectorAll("script"));
        Assert.All(
            funnel.QuerySelectorAll("tbody th"),
            th => Assert.StartsWith(name, th.TextContent, StringComparison.Ordinal));
    }

    private static (int Thin, int Thick) Lines(IElement funnel) =>
        (funnel.QuerySelectorAll("svg .limit:not(.wide)").Length, funnel.QuerySelectorAll("svg .limit.wide").Length);

    private static IElement Draw(FunnelSpread? spread = null) => Draw(Samples.Funnel(spread));

    private static IElement Draw(FunnelPlot plot) => Samples.Parse(Funnel.Draw(Samples.Text, plot));
}
