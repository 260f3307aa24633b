using System.Net;
using AngleSharp.Html.Parser;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Web.Tests.Pages;

[Collection(nameof(Site))]
public sealed class OwnSignInTests(Site site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_from_before_a_sign_in_opens_nothing_after_it_and_signing_out_empties_the_cache()
    {
        using var user = await site.Invite("analist", "GM0153");
        var before = await user.CookieAt("id", Cancel);
        Assert.Equal(HttpStatusCode.OK, await StartPage(before));

        await SignInAgain(user);

        var after = await user.CookieAt("id", Cancel);
        Assert.Equal(HttpStatusCode.Redirect, await StartPage(before));
        Assert.Equal(HttpStatusCode.OK, await StartPage(after));

        var page = new Uri(site.Address("/", "id"));
        using var left = await user.Post(page, new Uri(page, "/afmelden"), [], Cancel);

        Assert.Equal("\"cache\"", Assert.Single(left.Headers.GetValues("Clear-Site-Data")));
        Assert.Equal(HttpStatusCode.Redirect, await StartPage(after));
    }

    [Fact]
    public async Task A_refused_sign_in_says_the_same_whether_the_account_exists_or_not()
    {
        const string invited = "nog-niet-aanvaard@voorbeeld.example";
        await site.Run(
            0, "user", "invite", invited, "--name", "Proef", "--role", "beleidsmedewerker", "--at", "GM0153");

        var known = await Refusal(invited);
        var unknown = await Refusal("niemand@voorbeeld.example");

        Assert.Contains("horen niet bij elkaar", known, StringComparison.Ordinal);
        Assert.Equal(known, unknown);
    }

    /// <summary>In the browser where she is signed in already.</summary>
    private async Task SignInAgain(SiteUser user)
    {
        var page = new Uri(site.Address("/aanmelden", "id"));
        using var first = await user.Post(
            page, page, [new("mail", user.Mail), new("wachtwoord", SiteUser.Password), new("terug", "/")], Cancel);
        using var second = await user.Post(
            new Uri(page, first.Headers.Location!), new Uri(page, "/aanmelden/code"),
            [new("code", OneTimeCode.Of(user.Key)), new("terug", "/")], Cancel);
        Assert.Equal("/", second.Headers.Location?.OriginalString);
    }

    /// <summary>The start page of the id host is for who is signed in there; anybody else is sent to sign in.</summary>
    private async Task<HttpStatusCode> StartPage(string cookie)
    {
        using var client = site.Client("id", signedIn: false);
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        using var answer = await client.GetAsync(new Uri("/", UriKind.Relative), Cancel);
        return answer.StatusCode;
    }

    private async Task<string> Refusal(string mail)
    {
        using var browser = site.Stranger();
        var page = new Uri(site.Address("/aanmelden", "id"));
        using var answer = await browser.Post(
            page, page, [new("mail", mail), new("wachtwoord", "dit is het beslist niet"), new("terug", "/")], Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var html = await new HtmlParser().ParseDocumentAsync(
            await answer.Content.ReadAsStringAsync(Cancel), Cancel);
        return html.QuerySelector("[role=alert]")!.TextContent.Trim();
    }
}
