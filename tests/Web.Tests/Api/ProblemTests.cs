using System.Net;
using Twente.Igw.Web.Tests.Pages;
using Xunit;

namespace Twente.Igw.Web.Tests.Api;

[Collection(nameof(Site))]
public sealed class ProblemTests(Site site)
{
    private const string Good = "niveau=buurt&gebied=GM0153&categorie=vermogen&van=2025-W41&tot=2025-W44";

    public static readonly TheoryData<string, string, string> Bad = new()
    {
        { "niveau=straat", "figures.unreadable", "niveau" },
        { "niveau=", "figures.unreadable", "niveau" },
        { "gebied=Enschede", "figures.unreadable", "gebied" },
        { "gebied=GM0164", "figures.area-elsewhere", "gebied" },
        { "gebied=BU01539999", "figures.unknown-area", "gebied" },
        { "categorie=bestaatniet", "figures.unknown-category", "categorie" },
        { "categorie=<script>", "figures.unreadable", "categorie" },
        { "van=gisteren", "figures.unreadable", "van" },
        { "van=2025-W53", "figures.unreadable", "van" },
        { "tot=2025-W40", "figures.reversed", "tot" },
        { "tot=", "figures.unreadable", "tot" },
        { "indelingsjaar=ooit", "figures.unreadable", "indelingsjaar" },
        { "indelingsjaar=0", "figures.unreadable", "indelingsjaar" },
        { "indelingsjaar=1999", "figures.boundaries-not-loaded", "indelingsjaar" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_wrong_parameter_is_named_with_a_code_that_stays(string wrong, string code, string parameter)
    {
        using var client = site.Client();
        foreach (var path in new[] { "cijfers", "reeks", "tijdstip" })
            await Refused(client, $"/api/v1/{path}?{With(wrong)}", code, parameter);
    }

    [Theory]
    [InlineData("cijfers", "vergelijk=vroeger", "figures.unreadable", "vergelijk")]
    [InlineData("cijfers", "bekendOp=30-11-2025", "figures.unreadable", "bekendOp")]
    [InlineData("cijfers", "gebied=BU01530000&niveau=wijk", "figures.area-below-level", "gebied")]
    [InlineData("cijfers", "van=2024-W01&vergelijk=vorigjaar", "figures.too-long-to-compare", "vergelijk")]
    [InlineData("cijfers", "van=1990-W01", "figures.too-long", "tot")]
    [InlineData("gebieden", "indelingsjaar=ooit", "request.unreadable", "indelingsjaar")]
    [InlineData("leveringen", "pagina=0", "request.unreadable", "pagina")]
    [InlineData("leveringen", "pagina=2147483648", "request.unreadable", "pagina")]
    [InlineData("leveringen", "perPagina=501", "request.unreadable", "perPagina")]
    [InlineData("leveringen", "perPagina=-1", "request.unreadable", "perPagina")]
    public async Task A_parameter_of_one_endpoint_is_named_too(string path, string wrong, string code, string parameter)
    {
        using var client = site.Client();

        await Refused(client, $"/api/v1/{path}?{With(wrong)}", code, parameter);
    }

    [Theory]
    [InlineData("/api/v1/bestaat-niet", "request.not-found", null)]
    [InlineData("/api/v1/leveringen/9999", "delivery.unknown", "nummer")]
    [InlineData("/api/v1/leveringen/acht", "request.not-found", null)]
    [InlineData("/api/v1/gebieden?indelingsjaar=1999", "areas.not-loaded", "indelingsjaar")]
    [InlineData("/api/v1/cijfers/", "request.not-found", null)]
    public async Task What_is_not_there_is_a_problem_too(string path, string code, string? parameter)
    {
        using var client = site.Client();

        var problem = await client.Json(path, HttpStatusCode.NotFound);

        Assert.Equal(
            (code, parameter, 404), (problem.Text("code"), problem.Text("parameter"), problem.Number("status")));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task The_API_only_answers(string method)
    {
        using var client = site.Client();

        using var answer = await client.Send(new HttpMethod(method), "/api/v1/cijfers");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_gemeente_without_areas_says_so()
    {
        using var client = site.Client("almelo");

        await Refused(client, "/api/v1/cijfers?categorie=vermogen&van=2025-W41&tot=2025-W44", "figures.no-areas", null);
    }

    private static async Task Refused(HttpClient client, string path, string code, string? parameter)
    {
        var problem = await client.Json(path, HttpStatusCode.BadRequest);
        Assert.Equal((code, parameter), (problem.Text("code"), problem.Text("parameter")));
        Assert.Equal(($"urn:twente-igw:{code}", 400), (problem.Text("type"), problem.Number("status")));
        Assert.NotEmpty(problem.Text("title")!);
        Assert.NotEmpty(problem.Text("detail")!);
    }

    /// <summary>A good question with one parameter, or two, replaced.</summary>
    private static string With(string wrong)
    {
        var names = wrong.Split('&').Select(part => part.Split('=')[0]).ToHashSet(StringComparer.Ordinal);
        var kept = Good.Split('&').Where(part => !names.Contains(part.Split('=')[0]));
        return string.Join('&', kept.Append(wrong));
    }
}
