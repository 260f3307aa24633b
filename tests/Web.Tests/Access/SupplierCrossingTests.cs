using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Access;
using Twente.Igw.Web.Tests.Pages;
using Xunit;

namespace Twente.Igw.Web.Tests.Access;

/// <summary>
/// Every endpoint of the host of suppliers, asked by a supplier for what is another's: deliveries of the police, and
/// gemeenten it has no agreement with. The list of endpoints is the program's own.
/// </summary>
[Collection(nameof(Site))]
public sealed class SupplierCrossingTests(Site site)
{
    /// <summary>What only the police may be told.</summary>
    private static readonly string[] Foreign =
        [$"politie-week_GM0153_2025-W01_{SiteHistory.Last}", "Enschede", "BU0153"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_supplier_is_told_nothing_of_anothers_and_each_attempt_is_on_the_record()
    {
        using var corporation = await site.Invite("leverancier", "woningcorporatie");
        var cookie = await corporation.CookieAt(Site.Suppliers, Cancel);
        List<string> wrong = [];
        var before = (await site.RecordedByPlatform("access.refused")).Count;
        var tried = (await AllEndpoints.Read()).Where(IsOfSuppliers).ToList();
        var named = 0;
        foreach (var endpoint in tried)
        {
            using var client = site.Client(Site.Suppliers, signedIn: false);
            client.DefaultRequestHeaders.Add("Cookie", cookie);
            using var answer = await Ask(client, endpoint);
            var text = await answer.Content.ReadAsStringAsync(Cancel);
            var cell = $"{endpoint.RoutePattern.RawText} {(int)answer.StatusCode}";
            // The specification names invented examples; it is the same for everybody.
            if (!endpoint.RoutePattern.RawText!.StartsWith("/specificatie", StringComparison.Ordinal)
                && Foreign.FirstOrDefault(f => text.Contains(f, StringComparison.Ordinal)) is { } leak)
                wrong.Add($"{cell}: says {leak}");
            if (!NamesSomething(endpoint))
                continue;
            if (AllEndpoints.MethodOf(endpoint) == HttpMethod.Get)
                named++;
            // What is posted without the token of a page is refused before anybody looks what it is about.
            if (answer.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.BadRequest
                or HttpStatusCode.UnsupportedMediaType))
                wrong.Add($"{cell}: not refused");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(named >= 8);
        Assert.True((await site.RecordedByPlatform("access.refused")).Count >= before + named);
    }

    [Fact]
    public async Task Nobody_and_who_is_no_supplier_are_let_in_nowhere()
    {
        using var analyst = await site.Invite("analist", "GM0153");
        using var page = await analyst.Follow(new Uri(site.Address("/leveringen", Site.Suppliers)), Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        foreach (var endpoint in (await AllEndpoints.Read()).Where(IsOfSuppliers))
        {
            using var client = site.Client(Site.Suppliers, signedIn: false);
            using var answer = await Ask(client, endpoint);
            Assert.True(
                (int)answer.StatusCode == 401 || answer.Headers.Location?.Host == "id.localhost",
                $"{endpoint.RoutePattern.RawText} {(int)answer.StatusCode}");
        }
    }

    private static Task<HttpResponseMessage> Ask(HttpClient client, RouteEndpoint endpoint) => client.SendAsync(
        new HttpRequestMessage(
            AllEndpoints.MethodOf(endpoint), new Uri(AllEndpoints.AddressOf(endpoint), UriKind.Relative)), Cancel);

    private static bool IsOfSuppliers(RouteEndpoint endpoint) =>
        AllEndpoints.HomesOf(endpoint) is [SitePart.Supplier]
        && endpoint.Metadata.GetMetadata<AccessDecision>()?.Needs is not null
        && endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null;

    private static bool NamesSomething(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.Parameters.Any(p => p.Name is "gemeente" or "nummer" or "aankomst");
}
