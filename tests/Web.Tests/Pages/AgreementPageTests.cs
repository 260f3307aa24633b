using System.Net;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Twente.Igw.Web.Tests.Pages;

[Collection(nameof(Site))]
public sealed class AgreementPageTests(Site site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_agreement_is_confirmed_changed_and_ended_on_its_page(bool script)
    {
        var contract = script ? "politie-week-district" : "politie-opendata";
        await site.Run(
            0, "agreements", "add", "GM0164", contract, "--purpose", "proef", "--basis", script ? "Wpg 16" : "AVG 6");
        await using var visit = await (await site.Browser()).Visit(new Look { Script = script });
        await visit.Open(site.Address(await site.AgreementPath(contract, "GM0164"), "hengelo"));

        await visit.Page.SelectOptionAsync("#leverdag", "5");
        await visit.Page.FillAsync("#reden", "Politie levert voortaan op vrijdag");
        await visit.Page.ClickAsync("button[value=wijzigen]");

        await Expect(visit.Page.Locator(".notice")).ToContainTextAsync("vastgelegd");
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("Verwachte leverdag: maandag → vrijdag");
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("Politie levert voortaan op vrijdag");

        await visit.Page.FillAsync("#einde", "2099-12-31");
        await visit.Page.FillAsync("#reden-einde", "Contract loopt af");
        await visit.Page.ClickAsync("button[value=beeindigen]");

        await Expect(visit.Page.Locator(".page-lead")).ToContainTextAsync("Geldt nog tot en met 31-12-2099");
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("Versie 3: beëindigd");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task What_is_not_right_is_told_by_thing_value_and_rule_and_what_was_given_stays()
    {
        await using var visit = await (await site.Browser()).Visit(new Look());
        var address = site.Address(await site.AgreementPath("politie-week"));
        await visit.Open(address);

        await visit.Page.FillAsync("#grondslag", "Wpg 17");
        await visit.Page.FillAsync("#bewaren", "500");
        await visit.Page.ClickAsync("button[value=bevestigen]");

        await Expect(visit.Page.Locator("[role=alert]")).ToContainTextAsync(
            "Originelen bewaren, in maanden: '500' klopt niet. Het moet zijn: een geheel getal van 1 tot en met 120.");
        await Expect(visit.Page.Locator("#grondslag")).ToHaveValueAsync("Wpg 17");
        await visit.Open(address);
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("nog vast te leggen");
    }

    [Fact]
    public async Task An_agreement_of_another_gemeente_is_not_there_and_a_post_without_token_is_refused()
    {
        var path = await site.AgreementPath("politie-week");
        using var hengelo = site.Client("hengelo");
        using var there = await hengelo.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.NotFound, there.StatusCode);

        using var enschede = site.Client();
        using var form = new FormUrlEncodedContent([new("besluit", "bevestigen")]);
        using var posted = await enschede.PostAsync(new Uri(path, UriKind.Relative), form, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, posted.StatusCode);
    }

    [Fact]
    public async Task The_command_line_tells_what_is_wrong_and_shows_the_history()
    {
        var wrong = await site.Run(
            2, "agreement", "change", "GM0164", "politie-week", "--basis", "AVG 6", "--reason", "proef");
        Assert.Contains("Grondslag: 'AVG 6' klopt niet.", wrong.Errors, StringComparison.Ordinal);
        await site.Run(
            0, "agreements", "confirm", "GM0164", "politie-week", "--purpose", "Toezicht", "--manifest", "nee");
        await site.Run(
            0, "agreements", "change", "GM0164", "politie-week", "--weekday", "dinsdag", "--reason", "proef");

        var shown = await site.Run(0, "agreements", "show", "GM0164", "politie-week");

        Assert.Contains("Verwachte leverdag: maandag → dinsdag", shown.Output, StringComparison.Ordinal);
        Assert.Contains("bevestigd door beheerder", shown.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("nog vast te leggen", shown.Output, StringComparison.Ordinal);
        await site.Run(1, "agreements", "show", "GM0164", "politie-week", "--supplier", "niemand");
    }
}
