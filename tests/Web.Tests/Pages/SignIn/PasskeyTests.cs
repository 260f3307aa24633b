using System.Text.RegularExpressions;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Web.Tests.Pages.SignIn;

/// <summary>Passkeys in a real browser, with an authenticator that is not one.</summary>
[Collection(nameof(Site))]
public sealed class PasskeyTests(Site site)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_passkey_is_added_named_used_instead_of_password_and_code_and_taken_away()
    {
        using var user = await site.Invite("analist", "GM0153");
        await using var visit = await Visit();
        await AddPasskey(visit, user);
        var page = visit.Page;

        await page.FillAsync("article.passkey input[name=naam]", "laptop van het werk");
        await page.ClickAsync("text=Hernoem");
        await page.WaitForURLAsync(new Regex("bericht=hernoemd$", RegexOptions.ExplicitCapture, Patience));
        Assert.Contains("laptop van het werk", await visit.Content(), StringComparison.Ordinal);

        await SignOut(visit);
        await UsePasskey(visit);
        Assert.Contains("U bent aangemeld", await visit.Content(), StringComparison.Ordinal);

        await visit.Open(site.Address("/beveiliging", "id"));
        await page.ClickAsync("text=Haal weg");
        await page.WaitForURLAsync(new Regex("bericht=weg$", RegexOptions.ExplicitCapture, Patience));
        Assert.Contains("U hebt nog geen toegangssleutel", await visit.Content(), StringComparison.Ordinal);
        await SignOut(visit);
        await UsePasskey(visit);
        Assert.Contains("is niet gelukt", await visit.Content(), StringComparison.Ordinal);
        Assert.Contains(Assert.Single(await site.Recorded("passkey.removed")), await site.Recorded("passkey.added"));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task An_account_that_is_shut_for_a_while_is_shut_for_its_passkeys_too()
    {
        using var user = await site.Invite("analist", "GM0153");
        await using var visit = await Visit();
        await AddPasskey(visit, user);
        await SignOut(visit);
        var form = new Uri(site.Address("/aanmelden", "id"));
        using var stranger = SiteUser.Stranger(form.Port);
        for (var guess = 0; guess < 5; guess++)
            using (await stranger.Post(
                form, form, [new("mail", user.Mail), new("wachtwoord", "een heel ander wachtwoord")], Cancel))
            {
            }

        await UsePasskey(visit);

        Assert.Contains("is niet gelukt", await visit.Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_script_the_page_says_what_to_do_and_shows_no_button_that_does_nothing()
    {
        await using var visit = await (await site.Browser()).Visit(new Look { Script = false });
        await visit.Open(site.Address("/aanmelden", "id"));

        Assert.True(await visit.Page.IsVisibleAsync("[data-without-passkeys]"));
        Assert.False(await visit.Page.IsVisibleAsync("form[data-passkey]"));
    }

    /// <summary>A browser with a device that has a key store and knows its owner.</summary>
    private async Task<Visit> Visit()
    {
        var visit = await (await site.Browser()).Visit(new Look());
        var device = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true,
                ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
        return visit;
    }

    private async Task AddPasskey(Visit visit, SiteUser user)
    {
        var page = visit.Page;
        await visit.Open(site.Address("/beveiliging", "id"));
        await page.FillAsync("#mail", user.Mail);
        await page.FillAsync("#wachtwoord", SiteUser.Password);
        await page.ClickAsync("text=Ga verder");
        await page.FillAsync("#code", OneTimeCode.Of(user.Key));
        await page.ClickAsync("text=Meld aan");
        await page.FillAsync("form[data-passkey] input[name=naam]", "laptop");
        await page.ClickAsync("text=Voeg een toegangssleutel toe");
        await page.WaitForURLAsync(new Regex("bericht=toegevoegd$", RegexOptions.ExplicitCapture, Patience));
        Assert.Contains("laptop", await visit.Content(), StringComparison.Ordinal);
    }

    private async Task SignOut(Visit visit)
    {
        await visit.Open(site.Address("/", "id"));
        await visit.Page.ClickAsync("text=Meld af, overal");
        await visit.Page.WaitForURLAsync("**/aanmelden");
    }

    /// <summary>Until the browser is where a sign-in leads, or where one that failed is told.</summary>
    private static async Task UsePasskey(Visit visit)
    {
        await visit.Page.ClickAsync("text=Aanmelden met een toegangssleutel");
        await visit.Page.WaitForURLAsync(
            new Regex(@"(localhost:\d+/|/toegangssleutel)$", RegexOptions.ExplicitCapture, Patience));
    }
}
