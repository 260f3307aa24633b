using System.Net;
using System.Text.RegularExpressions;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Web.Tests.Pages;

/// <summary>Somebody who forgot her password, by the mail that really comes.</summary>
[Collection(nameof(Site))]
public sealed partial class NewPasswordTests(Site site)
{
    private const string Chosen = "vier andere losse woorden";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_by_mail_and_the_second_step_give_a_new_password_once_and_end_every_session()
    {
        using var user = await site.Invite("analist", "GM0153");
        var before = await user.CookieAt("enschede", Cancel);
        await AskFor(user, user.Mail);
        var link = await LinkTo(user.Mail);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Choose(user, link, "kort", Code(user))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Choose(user, link, Chosen, "geen-code")).Status);
        var (status, page) = await Choose(user, link, Chosen, Code(user));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Uw wachtwoord is veranderd", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await Overview(before));
        Assert.Equal(HttpStatusCode.NotFound, (await Look(user, link)).Status);
        Assert.False(await Passes(user, SiteUser.Password));
        Assert.True(await Passes(user, Chosen));
        Assert.Contains(await site.Recorded("password.reset"), subject => subject.Length > 0);
    }

    [Fact]
    public async Task The_answer_is_the_same_for_an_address_that_nobody_has_and_no_mail_goes_there()
    {
        using var user = await site.Invite("analist", "GM0153");
        const string nobody = "niemand-hier@voorbeeld.example";

        var (unknown, known) = (await AskFor(user, nobody), await AskFor(user, user.Mail));

        Assert.Equal(Plain(known), Plain(unknown));
        // Links are made in turn: once hers came, the one before was not made.
        await LinkTo(user.Mail);
        Assert.DoesNotContain(site.Mail.Received, mail => mail.To.Contains(nobody));
    }

    [Theory]
    [InlineData("/wachtwoord/00000000-0000-0000-0000-000000000000/bestaat-niet")]
    [InlineData("/wachtwoord/00000000-0000-0000-0000-000000000000/%2B%2B")]
    public async Task A_link_that_was_never_made_offers_a_new_one(string path)
    {
        using var client = site.Client("id", signedIn: false);
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(
            "Stuur mij een link", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    private async Task<string> AskFor(SiteUser user, string mail)
    {
        var page = new Uri(site.Address("/wachtwoord", "id"));
        using var answer = await user.Post(page, page, [new("mail", mail)], Cancel);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    private async Task<Uri> LinkTo(string mail)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            if (site.Mail.Received.FirstOrDefault(m => m.To.Contains(mail)) is { } received)
                // Quoted-printable (RFC 2045) breaks long lines and writes = as =3D.
                return new Uri(Link().Match(received.Text.Replace("=\r\n", "", StringComparison.Ordinal)
                    .Replace("=\n", "", StringComparison.Ordinal)
                    .Replace("=3D", "=", StringComparison.Ordinal)).Value);
            await Task.Delay(50, patience.Token);
        }
    }

    private static async Task<(HttpStatusCode Status, string Page)> Choose(
        SiteUser user, Uri link, string password, string code)
    {
        using var answer = await user.Post(
            link, link, [new("wachtwoord", password), new("code", code)], Cancel);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static async Task<(HttpStatusCode Status, string Page)> Look(SiteUser user, Uri link)
    {
        using var answer = await user.Follow(link, Cancel);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }

    private async Task<bool> Passes(SiteUser user, string password)
    {
        var page = new Uri(site.Address("/aanmelden", "id"));
        using var browser = site.Stranger();
        using var answer = await browser.Post(
            page, page, [new("mail", user.Mail), new("wachtwoord", password), new("terug", "/")], Cancel);
        return answer.StatusCode == HttpStatusCode.Redirect;
    }

    private async Task<HttpStatusCode> Overview(string cookie)
    {
        using var client = site.Client(signedIn: false);
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        using var answer = await client.GetAsync(new Uri("/", UriKind.Relative), Cancel);
        return answer.StatusCode;
    }

    private static string Code(SiteUser user) => OneTimeCode.Of(user.Key);

    /// <summary>Without the token of the form, which is another each time.</summary>
    private static string Plain(string page) => Token().Replace(page, "");

    [GeneratedRegex("http://[^\\s]+/wachtwoord/[^\\s]+", RegexOptions.None, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
