using System.Net;
using System.Text.Json;
using Twente.Igw.Web.Tests.Pages;
using Xunit;

namespace Twente.Igw.Web.Tests.Api;

[Collection(nameof(Site))]
public sealed class KeyFigureTests(Site site)
{
    [Fact]
    public async Task The_list_says_what_there_is_and_never_anything_about_descent()
    {
        using var client = site.Client();

        var answer = await client.Json("/api/v1/kengetallen");

        var figures = answer.List("kengetallen");
        var inhabitants = figures.Single(f => f.Text("code") == "inwoners");
        Assert.Equal("2021", Assert.Single(inhabitants.List("perioden")).GetString());
        Assert.Empty(figures.Single(f => f.Text("code") == "schuldhulp").List("perioden"));
        Assert.All(figures, figure => Assert.NotEmpty(figure.Text("grondslag")!));
        Assert.DoesNotMatch("(?i)marok|migratie|herkomst|nationalit|afkomst", answer.GetRawText());
    }

    [Fact]
    public async Task Every_area_of_the_level_is_answered_also_what_is_not_known()
    {
        using var client = site.Client();

        var answer = await client.Json("/api/v1/kengetallen/woz-waarde?niveau=buurt");

        Assert.Equal(
            ("woz-waarde", "2021", 2021, "gemiddelde", 1),
            (answer.Text("kengetal"), answer.Text("periode"), answer.Number("indelingsjaar"), answer.Text("soort"),
                answer.Number("nietBekend")));
        var rows = answer.List("rijen");
        Assert.Equal(6, rows.Count);
        Assert.Equal(JsonValueKind.Null, rows[5].GetProperty("waarde").ValueKind);
        Assert.Equal(".", rows[5].Text("teken"));
        Assert.Equal(170, rows[0].Number("waarde"));
    }

    [Fact]
    public async Task Zero_is_zero_and_an_additive_figure_is_summed()
    {
        using var client = site.Client();

        var parts = await client.Json("/api/v1/kengetallen/oppervlakte-land?niveau=buurt");
        var whole = await client.Json("/api/v1/kengetallen/oppervlakte-land");

        Assert.Equal(0, parts.List("rijen")[0].Number("waarde"));
        Assert.Equal(
            parts.List("rijen").Sum(r => r.Number("waarde")), whole.List("rijen")[0].Number("waarde"));
        Assert.True(whole.List("rijen")[0].GetProperty("opgeteld").GetBoolean());
    }

    [Theory]
    [InlineData("bestaat-niet", HttpStatusCode.NotFound, "keyfigures.unknown", "kengetal")]
    [InlineData("Inwoners", HttpStatusCode.BadRequest, "figures.unreadable", "kengetal")]
    [InlineData("inwoners?niveau=straat", HttpStatusCode.BadRequest, "figures.unreadable", "niveau")]
    [InlineData("inwoners?periode=2021-Q5", HttpStatusCode.BadRequest, "figures.unreadable", "periode")]
    [InlineData("inwoners?periode=2019", HttpStatusCode.BadRequest, "keyfigures.not-delivered", "periode")]
    [InlineData("schuldhulp", HttpStatusCode.BadRequest, "keyfigures.not-delivered", "periode")]
    [InlineData("inwoners?gebied=GM0164", HttpStatusCode.BadRequest, "figures.area-elsewhere", "gebied")]
    [InlineData("inwoners?gebied=BU01539999&niveau=buurt", HttpStatusCode.BadRequest, "figures.unknown-area", "gebied")]
    [InlineData("inwoners?gebied=BU01530000", HttpStatusCode.BadRequest, "figures.area-below-level", "gebied")]
    [InlineData("inwoners?bekendOp=gisteren", HttpStatusCode.BadRequest, "figures.unreadable", "bekendOp")]
    public async Task What_cannot_be_answered_is_a_problem_with_a_code(
        string asked, HttpStatusCode status, string code, string parameter)
    {
        using var client = site.Client();

        var problem = await client.Json($"/api/v1/kengetallen/{asked}", status);

        Assert.Equal((code, parameter), (problem.Text("code"), problem.Text("parameter")));
    }

    [Fact]
    public async Task Before_the_first_import_nothing_was_known()
    {
        using var client = site.Client();

        var problem = await client.Json(
            "/api/v1/kengetallen/inwoners?bekendOp=2020-01-01", HttpStatusCode.BadRequest);

        Assert.Equal("keyfigures.not-delivered", problem.Text("code"));
    }
}
