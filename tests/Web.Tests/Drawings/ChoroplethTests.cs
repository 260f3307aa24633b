using System.Text;
using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Twente.Igw.Testing;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Drawings;
using Xunit;

namespace Twente.Igw.Web.Tests.Drawings;

public sealed class ChoroplethTests
{
    private const int Heaviest = 25_000;

    [Fact]
    public void An_area_has_the_colour_of_its_class_and_leads_to_its_page()
    {
        var map = Samples.Parse(Samples.Draw("map"));

        var city = map.QuerySelector("a.n1")!;

        Assert.Equal("/buurten/BU01530001", city.GetAttribute("href"));
        Assert.Equal("k5", city.QuerySelector("path")!.ClassName);
        Assert.Equal("City: 30", city.QuerySelector("title")!.TextContent);
    }

    [Fact]
    public void Too_little_is_hatched_and_shielded_has_a_mark_of_its_own()
    {
        var areas = Samples.Areas(4).ToList();
        areas[1] = areas[1] with { Class = null, Mark = AreaMark.TooLittle, Value = "." };
        areas[2] = areas[2] with { Class = null, Mark = AreaMark.Shielded, Value = "x" };

        var map = Samples.Parse(Choropleth.Draw(Samples.Text, Samples.Map(areas)));

        var (hatched, shielded) = (map.QuerySelector(".n2 path")!, map.QuerySelector(".n3 path")!);
        Assert.Equal("url(#figuur-h)", hatched.GetAttribute("fill"));
        Assert.Equal("url(#figuur-x)", shielded.GetAttribute("fill"));
        Assert.False(hatched.HasAttribute("class"));
        Assert.NotNull(map.QuerySelector("pattern#figuur-h"));
        Assert.NotNull(map.QuerySelector("pattern#figuur-x"));
        Assert.Equal(
            ["te weinig gegevens1", "afgeschermd1"],
            map.QuerySelectorAll(".legend-marks li").Select(li => li.TextContent));
    }

    [Fact]
    public void An_area_that_was_not_answered_is_hatched_not_coloured_as_zero()
    {
        var map = Samples.Map(Samples.Areas(3));

        var drawn = Samples.Parse(Choropleth.Draw(Samples.Text, map with { Areas = [.. map.Areas.Take(2)] }));

        Assert.Single(drawn.QuerySelectorAll(".n0 path[fill='url(#figuur-h)']"));
    }

    [Fact]
    public void A_region_has_its_gemeenten_beside_each_other_and_leaves_white_who_released_nothing()
    {
        var region = Samples.Region();

        var map = Samples.Parse(Choropleth.Draw(Samples.Text, region));

        Assert.Equal(new Extent(0, 0, 3000, 1000), region.Extent);
        Assert.Equal("k4", map.QuerySelector(".n1 path")!.ClassName);
        Assert.Equal("unreleased", map.QuerySelector(".n3 path")!.ClassName);
        Assert.Equal("Enschede: niet vrijgegeven", map.QuerySelector(".n3 title")!.TextContent);
        Assert.Equal(["niet vrijgegeven1"], map.QuerySelectorAll(".legend-marks li").Select(li => li.TextContent));
        Assert.Equal(2, map.QuerySelectorAll(".map-number").Length);
    }

    [Fact]
    public void What_is_inside_the_image_cannot_be_focused()
    {
        var map = Samples.Parse(Samples.Draw("map"));

        Assert.Empty(map.QuerySelectorAll("[role=img] a"));
        Assert.All(map.QuerySelectorAll("svg a"), a => Assert.Equal("-1", a.GetAttribute("tabindex")));
    }

    [Fact]
    public void A_border_that_two_districts_share_is_drawn_once()
    {
        GridPoint[] left = [new(0, 0), new(10, 0), new(10, 10), new(0, 10)];
        GridPoint[] right = [new(10, 0), new(20, 0), new(20, 10), new(10, 10)];

        var sides = BorderLines.Of([left, right]).Sum(line => line.Count - 1);

        Assert.Equal(7, sides);
    }

    [Fact]
    public void A_number_stands_inside_its_area_also_when_the_middle_does_not()
    {
        // A U: its centre lies outside it.
        GridPoint[] u =
        [
            new(0, 0), new(20, 0), new(20, 80), new(80, 80), new(80, 0), new(100, 0), new(100, 100), new(0, 100),
        ];

        var at = LabelPoint.Of([u])!.Value;

        Assert.True(at.X is > 0 and < 20 or > 80 and < 100 || at.Y is > 80 and < 100, $"{at} lies outside");
    }

    [Fact]
    public async Task A_map_of_70_invented_areas_weighs_at_most_25_kB()
    {
        await using var platform = await TestPlatform.Start(Engine.Sqlite, TestContext.Current.CancellationToken);
        var file = GeoPackageFile.Write(
            Path.Combine(platform.Data.Root, "gebieden.gpkg"), municipalities: [new("GM0153", "Enschede", 10, 7)]);
        var cancel = TestContext.Current.CancellationToken;
        await platform.Get<ImportAreas>().Execute(file, Actor.CommandLine, null, cancel);
        var borders = (await platform.Get<Boundaries>().Find(AreaCode.Parse("GM0153"), 2021, cancel))!;

        Assert.Equal(70, borders.Neighbourhoods.Count);
        Assert.InRange(WeightOf(borders), 1, Heaviest);
    }

    [Fact]
    public async Task The_map_of_Enschede_weighs_at_most_25_kB()
    {
        await using var enschede = await Gallery.Enschede.Start(withDeliveries: false);

        Assert.InRange(WeightOf(await enschede.Borders()), 1, Heaviest);
    }

    private static int WeightOf(MunicipalityBoundaries borders)
    {
        var areas = borders.Neighbourhoods.Select((n, i) => new ShadedArea
        {
            Number = i + 1, Area = n.Code, Name = $"Stadsveld-Noord {i}", Amount = i % 9, Value = "12,5 *",
            Class = 1 + i % 5, Address = $"/buurten/{n.Code}",
        });
        var drawing = Choropleth.Draw(
            Samples.Text, new ChoroplethMap { Boundaries = [borders], Areas = [.. areas], Scale = Samples.Scale });
        return Encoding.UTF8.GetByteCount(Samples.Parse(drawing).QuerySelector("svg")!.OuterHtml);
    }
}
