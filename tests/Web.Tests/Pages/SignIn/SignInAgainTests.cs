using System.Net;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Web.Tests.Pages;

[Collection(nameof(Site))]
public sealed class SignInAgainTests(Site site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_from_before_a_sign_in_opens_nothing_after_it()
    {
        using var user = await site.Invite("analist", "GM0153");
        var before = await user.CookieAt("id", Cancel);
        Assert.Equal(HttpStatusCode.OK, await StartPage(before));

        await SignInAgain(user);

        Assert.Equal(HttpStatusCode.Redirect, await StartPage(before));
        Assert.Equal(HttpStatusCode.OK, await StartPage(await user.CookieAt("id", Cancel)));
    }

    [Fact]
    public async Task Signing_out_empties_the_browsers_cache_of_the_host()
    {
        using var user = await site.Invite("beleidsmedewerker", "GM0153");
        var page = new Uri(site.Address("/", "id"));

        using var left = await user.Post(page, new Uri(page, "/afmelden"), [], Cancel);

        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        Assert.Equal("\"cache\"", Assert.Single(left.Headers.GetValues("Clear-Site-Data")));
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
}
