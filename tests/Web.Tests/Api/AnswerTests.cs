using System.Text.Json;
using Twente.Igw.Web.Tests.Pages;
using Xunit;

namespace Twente.Igw.Web.Tests.Api;

[Collection(nameof(Site))]
public sealed class AnswerTests(Site site)
{
    private const string Asked = "categorie=vermogen&van=2025-W41&tot=2025-W44";

    [Fact]
    public async Task Figures_give_every_area_of_the_level_with_rate_and_interval()
    {
        using var client = site.Client();

        var answer = await client.Json($"/api/v1/cijfers?niveau=buurt&gebied=GM0153&{Asked}");

        Assert.Equal(
            ("GM0153", 2021, "vermogen", "buurt", "2025-W41", "2025-W44", "exact"),
            (answer.Text("gemeente"), answer.Number("indelingsjaar"), answer.Text("categorie"), answer.Text("niveau"),
                answer.Text("van"), answer.Text("tot"), answer.Text("ring")));
        Assert.Equal(6, answer.List("rijen").Count);
        Assert.All(answer.List("rijen"), row =>
        {
            Assert.Equal(
                ["gebied", "naam", "aantal", "inwoners", "per1000", "onder", "boven", "teken"], row.Names());
            Assert.InRange(
                row.GetProperty("per1000").GetDouble(), row.GetProperty("onder").GetDouble(),
                row.GetProperty("boven").GetDouble());
        });
        Assert.True(answer.Number("zonderBuurt") > 0);
    }

    [Theory]
    [InlineData("gemeente", 1)]
    [InlineData("wijk", 2)]
    [InlineData("buurt", 6)]
    public async Task Every_level_adds_up_to_what_the_series_says(string level, int areas)
    {
        using var client = site.Client();

        var figures = await client.Json($"/api/v1/cijfers?niveau={level}&{Asked}");
        var series = await client.Json($"/api/v1/reeks?{Asked}");

        Assert.Equal(areas, figures.List("rijen").Count);
        var total = figures.List("rijen").Sum(row => row.Number("aantal"))
            + (level == "gemeente" ? 0 : figures.Number("zonderBuurt"));
        Assert.Equal(series.List("punten").Sum(point => point.Number("aantal")), total);
    }

    [Theory]
    [InlineData("vorigjaar")]
    [InlineData("driejaar")]
    public async Task A_comparison_gives_each_row_a_verdict(string compare)
    {
        using var client = site.Client();

        var answer = await client.Json($"/api/v1/cijfers?niveau=wijk&{Asked}&vergelijk={compare}");

        Assert.Equal(JsonValueKind.Object, answer.GetProperty("vergelijking").ValueKind);
        Assert.All(answer.List("rijen"), row => Assert.NotEmpty(row.GetProperty("vergelijking").Text("oordeel")!));
    }

    [Fact]
    public async Task A_series_has_every_week_with_the_same_weeks_of_earlier_years()
    {
        using var client = site.Client();

        var points = (await client.Json($"/api/v1/reeks?gebied=BU01530000&{Asked}")).List("punten");

        Assert.Equal(["2025-W41", "2025-W42", "2025-W43", "2025-W44"], points.Select(p => p.Text("week")));
        Assert.All(points, point =>
            Assert.Equal(3, point.List("eerder").Count(e => e.ValueKind == JsonValueKind.Number)));
    }

    [Fact]
    public async Task Moments_have_every_weekday_and_daypart_and_add_up()
    {
        using var client = site.Client();

        var answer = await client.Json($"/api/v1/tijdstip?{Asked}");

        Assert.Equal(
            ["nacht", "ochtend", "middag", "avond", "onbekend"], answer.List("dagdelen").Select(d => d.GetString()));
        Assert.Equal(8, answer.List("rijen").Count);
        Assert.Equal(answer.Number("totaal"), answer.List("rijen").Sum(row => row.Number("totaal")));
    }

    [Fact]
    public async Task Figures_can_be_asked_as_they_were_known_on_a_day()
    {
        using var client = site.Client();

        var answer = await client.Json($"/api/v1/cijfers?niveau=gemeente&{Asked}&bekendOp=2020-01-01");

        Assert.Equal(JsonValueKind.Null, answer.List("rijen")[0].GetProperty("aantal").ValueKind);
    }
}
