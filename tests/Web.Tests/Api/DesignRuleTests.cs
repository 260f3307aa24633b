using System.Text.Json;
using System.Text.RegularExpressions;
using Twente.Igw.Web.Tests.Pages;
using Xunit;

namespace Twente.Igw.Web.Tests.Api;

/// <summary>The technical rules of the NL API Design Rules, each by its name.</summary>
[Collection(nameof(Site))]
public sealed partial class DesignRuleTests(Site site) : IAsyncLifetime
{
    private JsonElement _document;

    public async ValueTask InitializeAsync()
    {
        using var client = site.Client();
        _document = await client.Json("/api/v1/openapi.json");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact(DisplayName = "/core/no-trailing-slash")]
    public void No_path_ends_in_a_slash() =>
        Assert.DoesNotContain(Paths.Select(p => p.Name), path => path.EndsWith('/'));

    [Fact(DisplayName = "/core/path-segments-kebab-case")]
    public void Segments_of_paths_are_lowercase_with_hyphens() => Assert.All(
        Paths.SelectMany(p => p.Name.Split('/', StringSplitOptions.RemoveEmptyEntries)).Where(s => s[0] != '{'),
        segment => Assert.Matches(Kebab, segment));

    [Fact(DisplayName = "/core/query-keys-camel-case")]
    public void Keys_of_queries_are_camel_case() => Assert.All(
        Parameters.Where(p => p.Text("in") == "query"), key => Assert.Matches(Camel, key.Text("name")!));

    [Fact(DisplayName = "/core/uri-version")]
    public void The_server_ends_in_the_major_version_and_no_path_has_one()
    {
        Assert.All(Servers, server => Assert.EndsWith("/v1", server, StringComparison.Ordinal));
        Assert.DoesNotContain(Paths.Select(p => p.Name), path => path.Contains("/v1", StringComparison.Ordinal));
    }

    [Fact(DisplayName = "/nlgov/servers-use-https-or-are-relative")]
    public void Servers_use_https_or_are_relative() => Assert.All(
        Servers, server =>
        Assert.True(server.StartsWith('/') || server.StartsWith("https://", StringComparison.Ordinal)));

    [Fact(DisplayName = "/core/version-header")]
    public void Every_response_says_that_it_has_the_version() => Assert.All(
        Responses, response => Assert.Contains("API-Version", response.GetProperty("headers").Names()));

    [Fact(DisplayName = "/core/semver")]
    public void The_version_is_semantic() => Assert.Matches(SemVer, _document.GetProperty("info").Text("version")!);

    [Fact(DisplayName = "/core/http-methods")]
    public void Only_methods_of_the_standard_are_used() => Assert.All(
        Operations, operation => Assert.Contains(operation.Name, new[] { "get", "post", "put", "patch", "delete" }));

    [Fact(DisplayName = "/core/doc-openapi")]
    public void The_description_is_OpenAPI_3() =>
        Assert.StartsWith("3.0.", _document.Text("openapi")!, StringComparison.Ordinal);

    [Fact(DisplayName = "/core/doc-openapi-contact")]
    public void Somebody_can_be_asked() =>
        Assert.Equal(["email", "name", "url"], _document.GetProperty("info").GetProperty("contact").Names().Order());

    [Fact(DisplayName = "/core/error-handling/problem-details")]
    public void Every_refusal_is_problem_details() => Assert.All(Refusals, refusal =>
    {
        var content = refusal.GetProperty("content");
        Assert.Equal(["application/problem+json"], content.Names());
        Assert.EndsWith(
            "/ProblemDetails", content.GetProperty("application/problem+json").GetProperty("schema").Text("$ref"),
            StringComparison.Ordinal);
    });

    [Fact(DisplayName = "/core/error-handling/bad-request")]
    public void What_has_parameters_in_a_query_can_refuse_them() => Assert.All(
        Operations.Where(o => HasQuery(o.Value)),
        operation => Assert.Contains("400", operation.Value.GetProperty("responses").Names()));

    [Fact]
    public void Operations_have_a_name_a_summary_and_a_known_tag()
    {
        var tags = _document.List("tags").Select(t => t.Text("name")).ToList();
        Assert.All(Operations, operation =>
        {
            Assert.Matches(Kebab, operation.Value.Text("operationId")!);
            Assert.NotEmpty(operation.Value.Text("summary")!);
            Assert.All(operation.Value.List("tags"), tag => Assert.Contains(tag.GetString(), tags));
        });
        Assert.Equal(Operations.Count(), Operations.DistinctBy(o => o.Value.Text("operationId")).Count());
        Assert.All(Parameters, parameter => Assert.NotEmpty(parameter.Text("description")!));
    }

    private IEnumerable<JsonProperty> Paths => _document.GetProperty("paths").EnumerateObject();

    private IEnumerable<JsonProperty> Operations => Paths.SelectMany(p => p.Value.EnumerateObject());

    private IEnumerable<JsonElement> Parameters => Operations.SelectMany(o => ParametersOf(o.Value));

    private IEnumerable<JsonElement> Responses =>
        Operations.SelectMany(o => o.Value.GetProperty("responses").EnumerateObject()).Select(r => r.Value);

    private IEnumerable<JsonElement> Refusals => Operations
        .SelectMany(o => o.Value.GetProperty("responses").EnumerateObject()).Where(r => r.Name[0] != '2')
            .Select(r => r.Value);

    private IEnumerable<string> Servers => _document.List("servers").Select(s => s.Text("url")!);

    private static bool HasQuery(JsonElement operation) => ParametersOf(operation).Any(p => p.Text("in") == "query");

    private static JsonElement.ArrayEnumerator ParametersOf(JsonElement operation) =>
        operation.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray() : default;

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Kebab { get; }

    [GeneratedRegex("^[a-z][a-zA-Z0-9]*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Camel { get; }

    [GeneratedRegex(@"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SemVer { get; }
}
