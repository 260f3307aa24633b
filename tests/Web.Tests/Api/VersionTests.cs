using System.Net;
using Twente.Igw.Testing;
using Twente.Igw.Web.Tests.Pages;
using Xunit;

namespace Twente.Igw.Web.Tests.Api;

[Collection(nameof(Site))]
public sealed class VersionTests(Site site)
{
    private const string Figures = "/api/v1/cijfers?categorie=vermogen&van=2026-W10&tot=2026-W10";

    public static readonly TheoryData<string> Remembered =
        ["/", "/buurten", "/omstandigheden", "/definities", Figures, "/api/v1/kengetallen",
        "/api/v1/kengetallen/inwoners?niveau=buurt", "/api/v1/gebieden", "/api/v1/categorieen"];

    [Theory]
    [MemberData(nameof(Remembered))]
    public async Task Who_has_the_newest_version_gets_no_body(string path)
    {
        using var client = site.Client();
        using var first = await client.Send(HttpMethod.Get, path);

        using var again = await client.Send(HttpMethod.Get, path, first.Headers.ETag!.Tag);
        using var other = await client.Send(HttpMethod.Get, path, "\"0-0-Exact\"");

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await Body(again));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Equal(path.StartsWith("/api/", StringComparison.Ordinal), again.Headers.Contains("API-Version"));
        Assert.True(again.Headers.Contains("Content-Security-Policy"));
    }

    [Theory]
    [MemberData(nameof(Remembered))]
    public async Task An_answer_from_memory_is_the_answer_that_was_made(string path)
    {
        using var client = site.Client();
        using var made = await client.Send(HttpMethod.Get, path + (path.Contains('?') ? "&" : "?") + "eens=1");
        using var remembered = await client.Send(HttpMethod.Get, path + (path.Contains('?') ? "&" : "?") + "eens=1");

        Assert.Equal(await Body(made), await Body(remembered));
        Assert.Equal(made.Content.Headers.ContentType, remembered.Content.Headers.ContentType);
        Assert.Equal(Names(made), Names(remembered));
    }

    [Fact]
    public async Task A_new_delivery_changes_the_version_and_the_figures()
    {
        using var client = site.Client();
        using var before = await client.Send(HttpMethod.Get, Figures);

        await site.Submit(SiteHistory.File(GeoPackageFile.EnschedeAndHengelo[0], "2026-W10", "2026-W10"));
        using var after = await Changed(client, before.Headers.ETag!.Tag);

        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
        Assert.NotEqual(await Body(before), await Body(after));
    }

    [Fact]
    public async Task A_delivery_of_one_gemeente_leaves_the_version_of_another()
    {
        using var client = site.Client("hengelo");
        using var before = await client.Send(HttpMethod.Get, Figures);

        await site.Submit(SiteHistory.File(GeoPackageFile.EnschedeAndHengelo[0], "2026-W11", "2026-W11"));
        using var after = await client.Send(HttpMethod.Get, Figures, before.Headers.ETag!.Tag);

        Assert.Equal(HttpStatusCode.NotModified, after.StatusCode);
    }

    [Fact]
    public async Task A_refusal_has_no_version()
    {
        using var client = site.Client();

        using var refused = await client.Send(HttpMethod.Get, "/api/v1/cijfers?categorie=bestaatniet");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Null(refused.Headers.ETag);
    }

    /// <summary>Another process judged the delivery; this one sees the new version within moments.</summary>
    private static async Task<HttpResponseMessage> Changed(HttpClient client, string known)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        while (true)
        {
            var answer = await client.Send(HttpMethod.Get, Figures, known);
            if (answer.StatusCode == HttpStatusCode.OK)
                return answer;
            answer.Dispose();
            await Task.Delay(200, patience.Token);
        }
    }

    private static Task<string> Body(HttpResponseMessage answer) =>
        answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    /// <summary>Without how it was sent, and what the framework tells a script that this site does not have.</summary>
    private static IEnumerable<string> Names(HttpResponseMessage answer) => answer.Headers.Select(h => h.Key)
        .Where(name => name is not ("Transfer-Encoding" or "blazor-enhanced-nav")).Order();
}
