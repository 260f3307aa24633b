using System.Net;
using Xunit;

namespace Twente.Igw.Web.Tests.Pages;

/// <summary>
/// What the website test of internet.nl asks of headers and security.txt, held on every kind of host as a visitor gets
/// them over TLS (her proxy says that she came so). Source: the test's own explanation per part, 2025.
/// </summary>
[Collection(nameof(Site))]
public sealed class InternetNlTests(Site site)
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    /// <summary>Directives that must not let in what a page did not bring itself.</summary>
    private static readonly string[] Fetching =
        ["default-src", "script-src", "style-src", "img-src", "connect-src", "font-src"];

    public static TheoryData<string> Hosts => ["enschede", "id", "beheer", "aanleveren", "regio", "bestaat-niet"];

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task The_content_security_policy_lets_nothing_in_from_elsewhere(string host)
    {
        using var answer = await OverTls(host, "/");

        var policy = Directives(Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));

        Assert.Equal(["'none'"], policy["default-src"]);
        Assert.Equal(["'none'"], policy["base-uri"]);
        Assert.Equal(["'none'"], policy["frame-ancestors"]);
        Assert.All(
            Fetching.Where(policy.ContainsKey),
            name => Assert.All(policy[name], source => Assert.Contains(source, (string[])["'self'", "'none'"])));
        // Only where a form really leads: this host, and the one of signing in and out.
        Assert.All(
            policy["form-action"],
            source => Assert.True(source == "'self'" || new Uri(source).Host == "id.localhost", source));
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Browsers_are_told_to_come_over_tls_for_a_year_on_every_host(string host)
    {
        using var answer = await OverTls(host, "/");

        var parts = Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")).Split("; ");

        Assert.InRange(
            long.Parse(parts.Single(p => p.StartsWith("max-age=", StringComparison.Ordinal))[8..],
                CultureInfo.InvariantCulture),
            31_536_000, long.MaxValue);
        Assert.Contains("includeSubDomains", parts);
    }

    [Fact]
    public async Task Without_tls_the_header_is_not_sent_as_its_standard_demands()
    {
        using var client = site.Client(signedIn: false);

        using var answer = await client.GetAsync(new Uri("/", UriKind.Relative), Cancel);

        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Types_are_not_guessed_and_addresses_stay_within_the_site(string host)
    {
        using var answer = await OverTls(host, "/");

        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains(
            Assert.Single(answer.Headers.GetValues("Referrer-Policy")),
            (string[])["no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"]);
    }

    [Theory]
    [InlineData("enschede")]
    [InlineData("id")]
    [InlineData("beheer")]
    [InlineData("aanleveren")]
    [InlineData("regio")]
    public async Task The_text_on_security_is_read_by_programs_as_its_standard_asks(string host)
    {
        using var answer = await OverTls(host, "/.well-known/security.txt");
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        var fields = text.TrimEnd('\n').Split('\n').Select(line => line.Split(": ", 2)).ToList();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.All(fields, field => Assert.Equal(2, field.Length));
        Assert.StartsWith("mailto:", Values(fields, "Contact").First(), StringComparison.Ordinal);
        Assert.Single(Values(fields, "Preferred-Languages"));
        Assert.EndsWith("Z", Assert.Single(Values(fields, "Expires")), StringComparison.Ordinal);
        var canonical = new Uri(Assert.Single(Values(fields, "Canonical")));
        Assert.Equal(
            ("https", $"{host}.localhost", "/.well-known/security.txt"),
            (canonical.Scheme, canonical.Host, canonical.AbsolutePath));
    }

    private static IEnumerable<string> Values(IEnumerable<string[]> fields, string name) =>
        fields.Where(f => f[0] == name).Select(f => f[1]);

    private static Dictionary<string, string[]> Directives(string policy) =>
        policy.Split("; ").Select(d => d.Split(' ')).ToDictionary(d => d[0], d => d[1..], StringComparer.Ordinal);

    /// <summary>As behind the proxy that does TLS for the site.</summary>
    private async Task<HttpResponseMessage> OverTls(string host, string path)
    {
        using var client = site.Client(host, signedIn: false);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Add("X-Forwarded-Proto", "https");
        return await client.SendAsync(request, Cancel);
    }
}
