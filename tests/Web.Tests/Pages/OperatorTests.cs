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
    [InlineData("/gemeenten", "GM0153 Enschede")]
    [InlineData("/leveranciers", "politie-week: GM0141")]
    [InlineData("/wachtrijen", "leveringsstand")]
    [InlineData("/gezondheid", "antwoordt")]
    [InlineData("/taken", "Recurring Jobs")]
    public async Task The_operator_sees_how_the_platform_does_and_every_job(string path, string says)
    {
        using var client = site.Client("beheer");

        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(says, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("enschede")]
    [InlineData("regio")]
    [InlineData("id")]
    public async Task On_another_host_there_is_nothing_of_it(string host)
    {
        using var client = site.Client(host);
        using var answer = await client.GetAsync(new Uri(Path, UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("GM0141", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_no_operator_is_not_let_in()
    {
        using var analist = await site.Invite("analist", "GM0153");

        var answer = await Assert.ThrowsAsync<InvalidOperationException>(() => analist.CookieAt("beheer", Cancel));
        Assert.Contains("Nobody is signed in", answer.Message, StringComparison.Ordinal);
    }
}
