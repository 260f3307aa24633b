using Twente.Igw.Web.Drawings;
using Xunit;

namespace Twente.Igw.Web.Tests.Drawings;

public sealed class FigureFrameTests
{
    public static TheoryData<string> Kinds => Samples.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public void Every_drawing_says_what_it_found_in_which_unit_and_period_and_from_which_source(string kind)
    {
        var figure = Samples.Parse(Samples.Draw(kind));

        Assert.Equal(Samples.Text.Title, figure.QuerySelector("figcaption .figure-title")!.TextContent);
        Assert.Equal(Samples.Text.Unit, figure.QuerySelector(".figure-unit")!.TextContent);
        Assert.Equal(Samples.Text.Period, figure.QuerySelector(".figure-period")!.TextContent);
        Assert.Equal(
            "Bron: politie, weeklevering · t/m week 46, ontvangen 16-11-2026",
            figure.QuerySelector(".figure-source")!.TextContent);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Every_drawing_has_its_figures_as_a_table_and_as_CSV(string kind)
    {
        var figure = Samples.Parse(Samples.Draw(kind));

        Assert.NotEmpty(figure.QuerySelectorAll("table tbody tr th[scope=row]"));
        Assert.Equal(Samples.Text.CsvAddress, figure.QuerySelector("a.figure-csv")!.GetAttribute("href"));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void A_picture_can_be_folded_out_into_a_table(string kind)
    {
        var figure = Samples.Parse(Samples.Draw(kind));

        // A ranked list and a heat table are tables themselves.
        if (figure.QuerySelector("[role=img]") is not null)
            Assert.Equal("Toon als tabel", figure.QuerySelector("details:has(table) > summary")!.TextContent);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void No_drawing_has_style_or_script_in_it(string kind)
    {
        var figure = Samples.Parse(Samples.Draw(kind));

        Assert.Empty(figure.QuerySelectorAll("[style], style, script, foreignObject"));
        Assert.DoesNotContain(
            figure.QuerySelectorAll("*").SelectMany(e => e.Attributes),
            a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
                || a.Value.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("map", "Hoogste: City (30). Laagste: Buurt 4 (27).")]
    [InlineData("bars", "Hoogste: City (30). Laagste: Buurt 4 (27).")]
    [InlineData("region", "Kaart van 3 gemeenten. Hoogste: Almelo (20). Laagste: Borne (19).")]
    [InlineData("dots", "Hoogste: Borne (9,5). Laagste: Enschede (4,9).")]
    [InlineData("multiples", "Almelo. Hoogste: 2e kwartaal 2025 (40). Laagste: 3e kwartaal 2025 (20).")]
    [InlineData("series", "Hoogste: week 3 van 2025 (5). Laagste: week 1 van 2025 (3).")]
    [InlineData("spark", "Hoogste: week 3 van 2025 (5). Laagste: week 1 van 2025 (3).")]
    [InlineData("heat", "Hoogste: zaterdag nacht (40). Laagste: maandag nacht (4), en 26 andere.")]
    public void Who_does_not_see_a_drawing_hears_highest_and_lowest(string kind, string heard)
    {
        var figure = Samples.Parse(Samples.Draw(kind));

        var label = (figure.QuerySelector("[role=img]") ?? figure.QuerySelector("table"))!.GetAttribute("aria-label")!;

        Assert.EndsWith(heard, label, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("map")]
    [InlineData("bars")]
    public void A_name_never_becomes_markup(string kind)
    {
        const string name = "<script>alert('x')</script>\"&";
        var areas = Samples.Areas(2).Select(a => a with { Name = name, Address = "/?a=\"><img src=x>" }).ToList();
        var drawing = kind == "map"
            ? Choropleth.Draw(Samples.Text with { Title = name }, Samples.Map(areas))
            : Bar.Draw(Samples.Text with { Title = name }, Samples.Bars(areas));

        var figure = Samples.Parse(drawing);

        Assert.Empty(figure.QuerySelectorAll("script, img"));
        Assert.Equal(name, figure.QuerySelector(".figure-title")!.TextContent);
        Assert.All(figure.QuerySelectorAll("tbody th"), th => Assert.Equal(name, th.TextContent));
    }

    [Fact]
    public void Provisional_figures_say_so_in_the_source_line()
    {
        var figure = Samples.Parse(HeatTable.Draw(Samples.Text with { Provisional = true }, Samples.Rhythm()));

        Assert.EndsWith(
            "* voorlopig", figure.QuerySelector(".figure-source")!.TextContent, StringComparison.Ordinal);
    }
}
