using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Twente.Igw.Web.Hosting;
using Twente.Igw.Web.Tests.Api;
using Xunit;

namespace Twente.Igw.Web.Tests.Pages;

[Collection(nameof(Site))]
public sealed class RouteTests(Site site)
{
    private static readonly string[] HostsWithoutGemeente = ["beheer", "regio", "id", "aanleveren", "bestaat-niet"];

    [Fact]
    public async Task What_answers_without_a_gemeente_is_marked_and_listed_here()
    {
        var marked = (await Endpoints()).Where(e => e.Metadata.GetMetadata<AnswersWithoutTenant>() is not null);

        Assert.Equal(
            ["/.well-known/security.txt"],
            marked.Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Select(e => e.RoutePattern.RawText));
    }

    [Fact]
    public async Task Everything_else_is_not_there_on_a_host_without_a_gemeente()
    {
        var bound = (await Endpoints()).Where(e => e.Metadata.GetMetadata<AnswersWithoutTenant>() is null
            && e.Metadata.GetMetadata<AnswersOnOperatorHost>() is null).ToList();
        Assert.True(bound.Count >= 20);
        List<string> open = [];
        foreach (var endpoint in bound)
            foreach (var host in HostsWithoutGemeente)
            {
                using var client = site.Client(host);
                using var answer = await client.Send(MethodOf(endpoint), AddressOf(endpoint));
                if ((int)answer.StatusCode != 404)
                    open.Add($"{host}: {endpoint.RoutePattern.RawText} answers {(int)answer.StatusCode}");
            }
        Assert.True(open.Count == 0, string.Join('\n', open));
    }

    [Fact]
    public async Task The_jobs_are_there_for_the_operator_alone()
    {
        foreach (var host in (string[])["enschede", "hengelo", "regio", "id", "aanleveren", "bestaat-niet"])
        {
            using var elsewhere = site.Client(host);
            using var nothing = await elsewhere.Send(HttpMethod.Get, JobsDashboard.Path);
            Assert.Equal(404, (int)nothing.StatusCode);
        }
        using var client = site.Client("beheer");
        using var answer = await client.Send(HttpMethod.Get, JobsDashboard.Path);
        Assert.Equal(200, (int)answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Taken", page, StringComparison.Ordinal);
        Assert.DoesNotContain("schede", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_jobs_are_not_there_through_a_proxy()
    {
        using var client = site.Client("beheer");
        using var request = new HttpRequestMessage(
            HttpMethod.Get, new Uri(JobsDashboard.Path, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", "192.0.2.1");
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(401, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Every_route_is_there_on_the_host_of_a_gemeente()
    {
        using var enschede = site.Client();
        // Only Borne had another division, and so has a crosswalk.
        using var borne = site.Client("borne");
        // What catches all files is there for whoever builds the program; there is no file behind it.
        foreach (var endpoint in (await Endpoints()).Where(e => !e.RoutePattern.Parameters.Any(p => p.IsCatchAll)
            && e.Metadata.GetMetadata<AnswersOnOperatorHost>() is null))
        {
            var client = endpoint.RoutePattern.GetParameter("omrekentabel") is null ? enschede : borne;
            using var answer = await client.Send(MethodOf(endpoint), AddressOf(endpoint));
            Assert.True((int)answer.StatusCode is not 404 and < 500,
                $"{AddressOf(endpoint)}: {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Every_post_asks_for_the_token_of_the_page()
    {
        using var client = site.Client();
        var changing = (await Endpoints()).Where(e => MethodOf(e) != HttpMethod.Get).ToList();
        Assert.NotEmpty(changing);
        foreach (var endpoint in changing)
        {
            using var answer = await client.Send(MethodOf(endpoint), AddressOf(endpoint));
            Assert.Equal(400, (int)answer.StatusCode);
        }
    }

    /// <summary>The endpoints of the program, composed as it is but not started.</summary>
    private static async Task<List<RouteEndpoint>> Endpoints()
    {
        var data = Directory.CreateTempSubdirectory("igw-routes-").FullName;
        try
        {
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions
            {
                ApplicationName = "igw", ContentRootPath = AppContext.BaseDirectory,
            });
            builder.AddPlatform(new PlatformSettings(data));
            builder.AddSite(data);
            await using var app = builder.Build();
            app.MapPlatform();
            return [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()];
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static HttpMethod MethodOf(RouteEndpoint endpoint) =>
        new(endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "GET");

    private static string AddressOf(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments
        .Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternParameterPart { Name: "nummer" } => "4",
            RoutePatternParameterPart { Name: "omrekentabel" } => "1",
            RoutePatternParameterPart { Name: "gebied" } => "BU01530000",
            RoutePatternParameterPart { Name: "naam" } => "politie-week",
            RoutePatternParameterPart { Name: "kengetal" } => "inwoners",
            RoutePatternParameterPart { Name: "documentName" } => "v1",
            RoutePatternParameterPart { IsCatchAll: true } => "bestaat-niet.css",
            RoutePatternParameterPart unknown => throw new InvalidOperationException($"What is a {unknown.Name}?"),
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            _ => "",
        }))));
}
