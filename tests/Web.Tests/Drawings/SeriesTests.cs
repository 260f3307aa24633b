using Twente.Igw.Web.Drawings;
using Xunit;

namespace Twente.Igw.Web.Tests.Drawings;

public sealed class SeriesTests
{
    [Fact]
    public void A_missing_week_is_a_gap_and_never_a_zero()
    {
        var series = Samples.Parse(Series.Draw(Samples.Text, Samples.Weeks(3, 4, null, 5, 6)));

        Assert.Equal(2, series.QuerySelectorAll("path.line").Length);
        Assert.Single(series.QuerySelectorAll("rect.gap"));
        Assert.Contains("geen levering", series.QuerySelector(".legend")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("geen levering", series.QuerySelectorAll("tbody tr")[2].QuerySelector("td")!.TextContent);
    }

    [Fact]
    public void A_week_with_nothing_is_zero_and_no_gap()
    {
        var series = Samples.Parse(Series.Draw(Samples.Text, Samples.Weeks(3, 0, 5)));

        Assert.Single(series.QuerySelectorAll("path.line"));
        Assert.Empty(series.QuerySelectorAll("rect.gap"));
    }

    [Fact]
    public void A_sparkline_leaves_the_gap_too()
    {
        var spark = Samples.Parse(Sparkline.Draw(Samples.Text, Samples.Weeks(3, null, 5).Weeks));

        Assert.Equal(2, spark.QuerySelectorAll("path.line").Length);
    }

    [Fact]
    public void Provisional_weeks_are_dashed_ringed_starred_and_named_in_the_legend()
    {
        var weeks = Samples.Weeks(3, 4, 5, 6);
        var last = weeks.Weeks[3] with { Provisional = true };

        var series = Samples.Parse(Series.Draw(Samples.Text, weeks with { Weeks = [.. weeks.Weeks.Take(3), last] }));

        Assert.Single(series.QuerySelectorAll("path.line.soft"));
        Assert.Single(series.QuerySelectorAll("circle.provisional"));
        Assert.Equal("6 *", series.QuerySelector("tbody td")!.TextContent);
        Assert.Contains("voorlopig", series.QuerySelector(".legend")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Earlier_years_are_a_band_from_lowest_to_highest()
    {
        var weeks = Samples.Weeks(3, 4, 5) with
        {
            Earlier = [Samples.Shown(1, 2, 3), Samples.Shown(5, 6, 7), Samples.Shown(null, null, null)],
        };

        var series = Samples.Parse(Series.Draw(Samples.Text, weeks));

        Assert.Single(series.QuerySelectorAll("path.earlier-band"));
        Assert.Contains(
            "laagste tot hoogste van 2 eerdere jaren", series.QuerySelector(".legend")!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_break_is_marked_in_the_drawing_and_told_below_it()
    {
        var weeks = Samples.Weeks(3, 4, 5) with
        {
            Breaks = [new SeriesBreak(Samples.FirstWeek.Plus(1), "Nieuwe wet.")],
        };

        var series = Samples.Parse(Series.Draw(Samples.Text, weeks));

        Assert.Single(series.QuerySelectorAll("g.break"));
        Assert.Equal("Trendbreuk vanaf week 2: Nieuwe wet.", series.QuerySelector(".figure-remarks li")!.TextContent);
    }

    [Fact]
    public void A_new_division_stands_at_its_line_below_the_drawing_and_in_the_table()
    {
        var mark = new SeriesBreak(Samples.FirstWeek.Plus(1), "Andere grenzen.") { Label = "nieuwe indeling 2025" };

        var series = Samples.Parse(Series.Draw(Samples.Text, Samples.Weeks(3, 4, 5) with { Breaks = [mark] }));

        Assert.Equal("nieuwe indeling 2025", series.QuerySelector("g.break text")!.TextContent);
        Assert.Equal("Andere grenzen.", series.QuerySelector("g.break title")!.TextContent);
        Assert.Equal(
            "Nieuwe indeling 2025 vanaf week 2: Andere grenzen.",
            series.QuerySelector(".figure-remarks li")!.TextContent);
        var rows = series.QuerySelectorAll("tbody tr");
        Assert.Equal("nieuwe indeling 2025", rows[1].QuerySelector("th .break-mark")!.TextContent);
        Assert.Null(rows[0].QuerySelector(".break-mark"));
    }

    [Fact]
    public void A_week_on_other_boundaries_is_a_gap_that_is_not_called_undelivered()
    {
        var weeks = Samples.Weeks(3, null, 5);
        var other = weeks.Weeks[1] with { OnOtherBoundaries = true };

        var series = Samples.Parse(Series.Draw(
            Samples.Text, weeks with { Weeks = [weeks.Weeks[0], other, weeks.Weeks[2]] }));

        Assert.Single(series.QuerySelectorAll("rect.gap"));
        Assert.Equal("andere indeling", series.QuerySelectorAll("tbody tr")[1].QuerySelector("td")!.TextContent);
        Assert.DoesNotContain("geen levering", series.QuerySelector(".legend")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_delivered_at_all_is_drawn_without_a_line()
    {
        var series = Samples.Parse(Series.Draw(Samples.Text, Samples.Weeks(null, null)));

        Assert.Empty(series.QuerySelectorAll("path.line"));
        Assert.EndsWith(
            "Er zijn geen cijfers om te tonen.", series.QuerySelector("[role=img]")!.GetAttribute("aria-label"),
            StringComparison.Ordinal);
    }
}
