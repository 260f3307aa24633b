using System.Net;
using AngleSharp.Html.Parser;
using Twente.Igw.Web.Tests.Api;
using Xunit;

namespace Twente.Igw.Web.Tests.Pages;

[Collection(nameof(Site))]
public sealed class HeaderTests(Site site)
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private static readonly Dictionary<string, string> Always = new(StringComparer.Ordinal)
    {
        ["X-Content-Type-Options"] = "nosniff", ["Referrer-Policy"] = "same-origin", ["X-Frame-Options"] = "DENY",
        ["Cross-Origin-Opener-Policy"] = "same-origin", ["Cross-Origin-Resource-Policy"] = "same-origin",
    };

    [Theory]
    [InlineData("GET", "/", 200)]
    [InlineData("GET", "/leveringen/4/ontvangstbewijs", 200)]
    [InlineData("GET", "/api/v1/categorieen", 200)]
    [InlineData("GET", "/api/v1/openapi.json", 200)]
    [InlineData("GET", "/api/v1/cijfers", 400)]
    [InlineData("GET", "/css/tokens.css", 200)]
    [InlineData("GET", "/js/htmx.min.js", 200)]
    [InlineData("GET", "/css/bestaat-niet.css", 404)]
    [InlineData("GET", "/bestaat-niet", 404)]
    [InlineData("GET", "/buurten/BU99999999", 404)]
    [InlineData("GET", "/leveringen/9999", 404)]
    [InlineData("POST", "/leveringen/4/besluit", 400)]
    [InlineData("DELETE", "/leveringen", 405)]
    [InlineData("GET", "/.well-known/security.txt", 200)]
    [InlineData("GET", "/health/live", 200)]
    [InlineData("GET", "/", 404, "bestaat-niet")]
    [InlineData("GET", "/", 302, "beheer")]
    public async Task Every_kind_of_answer_is_guarded(string method, string path, int status, string host = "enschede")
    {
        using var client = site.Client(host);

        using var answer = await client.Send(new HttpMethod(method), path);

        Assert.Equal(status, (int)answer.StatusCode);
        Guarded(answer);
    }

    [Fact]
    public async Task The_redirect_after_a_decision_is_guarded()
    {
        using var client = site.Client();
        var page = await client.GetStringAsync(new Uri($"/leveringen/{Site.Accepted}", UriKind.Relative), Cancel);
        using var html = await new HtmlParser().ParseDocumentAsync(page, Cancel);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["besluit"] = "weigeren", ["reden"] = "dat kan niet meer",
            ["__RequestVerificationToken"] =
            html.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!,
        });

        using var answer = await client.PostAsync(
            new Uri($"/leveringen/{Site.Accepted}/besluit", UriKind.Relative), form, Cancel);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal($"/leveringen/{Site.Accepted}?bericht=andere-staat", answer.Headers.Location!.OriginalString);
        Guarded(answer);
    }

    [Theory]
    [InlineData("/bestaat-niet")]
    [InlineData("/buurten/BU99999999")]
    [InlineData("/buurten/GM0164")]
    [InlineData("/buurten/BU01640000")]
    [InlineData("/leveringen/9999")]
    public async Task A_page_that_is_not_there_says_what_to_do(string path)
    {
        using var client = site.Client();

        using var answer = await client.Send(HttpMethod.Get, path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(
            "terug naar het overzicht", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("enschede")]
    [InlineData("beheer")]
    [InlineData("regio")]
    public async Task Where_to_report_a_weakness_is_told_on_every_host_and_not_out_of_date(string host)
    {
        using var client = site.Client(host);

        var lines = (await client.GetStringAsync(new Uri("/.well-known/security.txt", UriKind.Relative), Cancel))
            .Split('\n');

        Assert.Single(lines, line => line.StartsWith("Contact: mailto:", StringComparison.Ordinal));
        var expires =
            lines.Single(line => line.StartsWith("Expires: ", StringComparison.Ordinal))["Expires: ".Length..];
        Assert.InRange(
            DateTimeOffset.Parse(expires, CultureInfo.InvariantCulture), DateTimeOffset.UtcNow.AddDays(30),
            DateTimeOffset.UtcNow.AddDays(366));
    }

    [Theory]
    [InlineData("/leveringen", true)]
    [InlineData("/leveringen/4/ontvangstbewijs", true)]
    [InlineData("/csv/cijfers?categorie=vermogen&van=2025-W01&tot=2025-W04", true)]
    [InlineData("/api/v1/leveringen", true)]
    [InlineData("/bestaat-niet", true)]
    [InlineData("/css/tokens.css", false)]
    [InlineData("/api/v1/categorieen", false)]
    public async Task An_answer_is_kept_by_nobody_unless_it_says_otherwise(string path, bool isKeptNowhere)
    {
        using var client = site.Client();

        using var answer = await client.Send(HttpMethod.Get, path);

        Assert.Equal(isKeptNowhere, answer.Headers.CacheControl?.NoStore == true);
    }

    private static void Guarded(HttpResponseMessage answer)
    {
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; ", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'; base-uri 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.All(Always, header => Assert.Equal(header.Value, Assert.Single(answer.Headers.GetValues(header.Key))));
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("X-Powered-By"));
    }
}
