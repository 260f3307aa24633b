using Twente.Igw.Web.Tests.Pages;
using Xunit;

namespace Twente.Igw.Web.Tests.Api;

[Collection(nameof(Site))]
public sealed class ListTests(Site site)
{
    [Fact]
    public async Task Areas_come_with_where_they_lie()
    {
        using var client = site.Client();

        var areas = (await client.Json("/api/v1/gebieden?indelingsjaar=2021")).List("gebieden");

        Assert.Equal(["gemeente", "wijk", "wijk"], areas.Take(3).Select(a => a.Text("niveau")));
        Assert.Equal(9, areas.Count);
        Assert.All(areas, area => Assert.Contains("0153", area.Text("code")!, StringComparison.Ordinal));
        Assert.Equal("WK015301", areas.Single(a => a.Text("code") == "BU01530102").Text("ligt"));
    }

    [Fact]
    public async Task Every_category_of_the_list_can_be_asked_a_sensitive_one_by_year()
    {
        using var client = site.Client();

        var categories = (await client.Json("/api/v1/categorieen")).List("categorieen");

        Assert.Contains(categories, c => c.Text("code") == "vermogen" && c.Text("aard") == "breng");
        Assert.Equal(categories.Count, categories.DistinctBy(c => c.Text("code")).Count());
        Assert.Contains(categories, c => c.GetProperty("gevoelig").GetBoolean());
        foreach (var category in categories)
            await client.Json($"/api/v1/cijfers?categorie={category.Text("code")}" + (
                category.GetProperty("gevoelig").GetBoolean()
                    ? "&van=2024-W01&tot=2024-W52" : "&van=2025-W41&tot=2025-W44"));
    }

    [Fact]
    public async Task Deliveries_come_in_pages_the_newest_first()
    {
        using var client = site.Client();

        var first = await client.Json("/api/v1/leveringen?perPagina=2");
        var second = await client.Json("/api/v1/leveringen?perPagina=2&pagina=2");
        var beyond = await client.Json("/api/v1/leveringen?perPagina=500&pagina=1000000");

        Assert.Equal((1, 2), (first.Number("pagina"), first.Number("perPagina")));
        int[] numbers = [.. first.List("leveringen").Concat(second.List("leveringen")).Select(d => d.Number("nummer"))];
        Assert.Equal(Enumerable.Range(0, 4).Select(back => first.Number("totaal") - back), numbers);
        Assert.Empty(beyond.List("leveringen"));
    }

    [Theory]
    [InlineData(Site.Accepted, "geaccepteerd")]
    [InlineData(Site.Refused, "geweigerd")]
    [InlineData(Site.Held, "aangehouden")]
    public async Task A_delivery_answers_with_its_receipt(long number, string outcome)
    {
        using var client = site.Client();

        var receipt = await client.Json($"/api/v1/leveringen/{number}");

        Assert.Equal((number, "politie", outcome),
            (receipt.Number("nummer"), receipt.Text("leverancier"), receipt.Text("uitkomst")));
        Assert.Equal(64, receipt.Text("sha256")!.Length);
        Assert.Equal(outcome != "geaccepteerd", receipt.Number("aantalBevindingen") > 0);
    }
}
