using System.Net;
using Microsoft.Playwright;
using Twente.Igw.Testing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Twente.Igw.Web.Tests.Pages.Administration;

[Collection(nameof(Site))]
public sealed class AdministrationTests(Site site)
{
    private const string Host = "almelo";
    private const string Users = "/beheer/gebruikers";
    private const string Changes = "/beheer/goedkeuringen";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_administrator_asks_and_a_second_person_approves_and_every_page_on_the_way_holds_to_WCAG()
    {
        await using var visit = await (await site.Browser()).Visit(new Look());
        using var administrator = await site.Invite("tenantbeheerder", "GM0141");
        using var officer = await site.Invite("privacy-officer", "GM0141");
        List<string> faults = [];

        await BecomeAndOpen(visit, administrator, "/");
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Gebruikers");
        Assert.Equal(
            ["Beheer", "Wij in Twente"],
            await visit.Page.Locator("nav[aria-label=Hoofdmenu] a").AllInnerTextsAsync());
        await Expect(visit.Page.Locator(".page-header-user")).ToContainTextAsync("tenantbeheerder");
        await Judge(visit, "gebruikers", faults);

        await visit.Page.FillAsync("#mail", "toezicht@voorbeeld.example");
        await visit.Page.FillAsync("#naam", "Toezichthouder avond");
        await visit.Page.SelectOptionAsync("#rol", "handhaving");
        await visit.Page.FillAsync("#tot", "2099-12-31");
        await visit.Page.FillAsync("#doel", "Avondtoezicht");
        await visit.Page.CheckAsync("[name=exact]");
        await Press(visit, "Nodig uit");
        await Expect(visit.Page.Locator("code")).ToContainTextAsync("/uitnodiging/");
        await Judge(visit, "uitgenodigd", faults);

        await AskForTerms(visit, faults);
        await ApproveOne(visit, officer, faults);

        await BecomeAndOpen(visit, administrator, Users);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Toezichthouder avond" }).ClickAsync();
        await Expect(visit.Page.Locator("main")).ToContainTextAsync(
            "handhaving, exact bij mandaat, tot en met 31-12-2099; voor Avondtoezicht");
        await Judge(visit, "gebruiker", faults);
        await Press(visit, "Trek de uitnodiging in");
        await Expect(visit.Page.Locator("[role=status]")).ToContainTextAsync("ingetrokken");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Empty(visit.Complaints);
    }

    private async Task AskForTerms(Visit visit, List<string> faults)
    {
        await visit.Open(site.Address("/beheer/instellingen", Host));
        await visit.Page.FillAsync("#quarantaine", "21");
        await visit.Page.FillAsync("#reden-termijnen", "Leveranciers hebben langer nodig");
        await Judge(visit, "instellingen", faults);
        await Press(visit, "Vraag deze termijnen aan");
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("Trek deze aanvraag in");
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Keur goed" })).ToHaveCountAsync(0);
    }

    private async Task ApproveOne(Visit visit, SiteUser officer, List<string> faults)
    {
        await BecomeAndOpen(visit, officer, Changes);
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("14 dagen → 21 dagen");
        await Judge(visit, "goedkeuringen", faults);
        await visit.Page.Locator("section.card", new() { HasText = "mandaat voor" })
            .GetByRole(AriaRole.Button, new() { Name = "Keur goed" }).ClickAsync();
        await Expect(visit.Page.Locator("[role=status]")).ToContainTextAsync("Goedgekeurd");
        await Press(visit, "Wijs af");
        await Expect(visit.Page.Locator("[role=alert]")).ToContainTextAsync("Er is niets veranderd");
    }

    [Fact]
    public async Task Signing_out_with_the_button_in_the_header_ends_it_on_this_host()
    {
        await using var visit = await (await site.Browser()).Visit(new Look());
        using var user = await site.Invite("analist", "GM0141");
        await BecomeAndOpen(visit, user, "/");

        await Press(visit, "Meld af");
        await visit.Open(site.Address("/", Host));

        await Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(
            "id\\.localhost", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task A_page_that_is_kept_for_one_reader_is_never_shown_to_another()
    {
        using var first = await site.Invite("analist", "GM0141");
        using var second = await site.Invite("analist", "GM0141");
        using var client = site.Client(Host, signedIn: false);
        using var one = await Get(client, "/definities", await first.CookieAt(Host, Cancel), null);

        using var other = await Get(
            client, "/definities", await second.CookieAt(Host, Cancel), one.Headers.ETag!.ToString());

        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Somebody_of_another_gemeente_has_no_page_here()
    {
        using var administrator = await site.Invite("tenantbeheerder", "GM0141");
        using var client = site.Client(Host, signedIn: false);

        using var answer = await Get(
            client, $"{Users}/{Guid.CreateVersion7()}", await administrator.CookieAt(Host, Cancel), null);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_command_line_stops_access_at_one_gemeente_and_ends_a_role()
    {
        using var user = await site.Invite("analist", "GM0141", "GM0164");

        await site.Run(0, "user", "disable", user.Mail, "--at", "GM0141", "--reason", "uit dienst");
        Assert.DoesNotContain(
            "GM0141", (await site.Run(0, "user", "roles", user.Mail)).Output, StringComparison.Ordinal);
        await site.Run(0, "user", "take", user.Mail, "--role", "analist", "--at", "GM0164");
        var left = await site.Run(1, "user", "take", user.Mail, "--role", "analist", "--at", "GM0164");

        Assert.Contains("heeft de rol 'analist' niet", left.Errors, StringComparison.Ordinal);
        await site.Run(0, "user", "sessions", "end", user.Mail);
    }

    private static async Task<HttpResponseMessage> Get(HttpClient client, string path, string cookie, string? tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Add("Cookie", cookie);
        if (tag is not null)
            request.Headers.Add("If-None-Match", tag);
        return await client.SendAsync(request, Cancel);
    }

    private async Task BecomeAndOpen(Visit visit, SiteUser user, string path)
    {
        await visit.Page.Context.AddCookiesAsync(
        [
            new Microsoft.Playwright.Cookie
            {
                Url = $"https://{Host}.localhost/", Name = SiteUser.SessionCookie,
                Value = (await user.CookieAt(Host, Cancel)).Split('=', 2)[1], Secure = true, HttpOnly = true,
                SameSite = SameSiteAttribute.Lax,
            },
        ]);
        await visit.Open(site.Address(path, Host));
    }

    private static Task Press(Visit visit, string button) =>
        visit.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    /// <summary>As it stands now, wide and narrow, in light and dark.</summary>
    private static async Task Judge(Visit visit, string name, List<string> faults)
    {
        foreach (var look in (Look[])[new(), new() { Dark = true }, new() { Width = 320 }])
        {
            await visit.Look(look);
            await AccessibilityTests.Keep(visit.Page, $"{name}-{look}".Replace(' ', '-'));
            faults.AddRange(
                (await AccessibilityTests.FaultsOf(visit.Page, look.Width)).Select(f => $"{name} {look}: {f}"));
        }
        await visit.Look(new Look());
    }
}
