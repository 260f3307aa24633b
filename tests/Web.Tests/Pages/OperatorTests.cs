using System.Net;
using Xunit;

namespace Twente.Igw.Web.Tests.Pages;

[Collection(nameof(Site))]
public sealed class OperatorTests(Site site)
{
    private const string Path = "/leveringsstand";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_operator_sees_the_state_of_every_feed_and_no_figures()
    {
        await using var visit = await (await site.Browser()).Visit(new Look());
        await visit.Open(site.Address(Path, "beheer"));

        var headers = await visit.Page.Locator("thead th").AllInnerTextsAsync();
        Assert.Equal(["Gemeente", "Levering", "Leverancier", "Stand", "Laatst geaccepteerd", "Afspraak"], headers);
        var text = await visit.Content();
        Assert.Contains("GM0153 Enschede", text, StringComparison.Ordinal);
        Assert.Contains("GM0141 Almelo", text, StringComparison.Ordinal);
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData("beheer", "X-Forwarded-For")]
    [InlineData("beheer", "Forwarded")]
    [InlineData("enschede", null)]
    [InlineData("regio", null)]
    public async Task Who_comes_through_a_proxy_or_another_host_sees_nothing_of_it(string host, string? header)
    {
        using var client = site.Client(host);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Path, UriKind.Relative));
        if (header is not null)
            request.Headers.TryAddWithoutValidation(header, "for=192.0.2.1");

        using var answer = await client.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("GM0141", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }
}
