using Microsoft.Playwright;
using Twente.Igw.Testing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Twente.Igw.Web.Tests.Pages;

[Collection(nameof(Site))]
public sealed class DecisionTests(Site site)
{
    private const int IsHeld = 3;

    [Theory]
    [InlineData(true, "2026-W01", "Laat meetellen", "geaccepteerd")]
    [InlineData(false, "2026-W02", "Laat meetellen", "geaccepteerd")]
    [InlineData(false, "2026-W03", "Weiger", "geweigerd")]
    public async Task A_held_delivery_is_decided_with_a_reason_and_not_again_by_reloading(
        bool script, string week, string decision, string state)
    {
        var number = await site.Submit(WeekFile.Of(week, 900), IsHeld);
        await using var visit = await (await site.Browser()).Visit(new Look { Script = script });
        await visit.Open(site.Address($"/leveringen/{number}"));
        await Expect(visit.Page.Locator(".facts")).ToContainTextAsync("nog niet");

        await Decide(visit, decision, "Nagevraagd bij de politie");

        await Decided(visit, number, state);
        await visit.Page.ReloadAsync();
        await Decided(visit, number, state);
        Assert.Single(
            await site.Recorded($"delivery.{(state == "geweigerd" ? "refused" : "accepted")}"), $"levering {number}");
        await site.Run(0, "audit", "verify", "GM0153");
    }

    [Fact]
    public async Task An_accepted_delivery_can_be_withdrawn_once()
    {
        var number = await site.Submit(SiteHistory.File(GeoPackageFile.EnschedeAndHengelo[0], "2026-W05", "2026-W05"));
        var chromium = await site.Browser();
        await using var visit = await chromium.Visit(new Look());
        await using var late = await chromium.Visit(new Look());
        await visit.Open(site.Address($"/leveringen/{number}"));
        await late.Open(site.Address($"/leveringen/{number}"));

        await Decide(visit, "Trek in", "Verkeerde weken");
        await Decided(visit, number, "ingetrokken");
        await Decide(late, "Trek in", "Nog eens");

        await Expect(late.Page.Locator(".notice")).ToContainTextAsync("er is niets veranderd");
        await Expect(late.Page.Locator("main")).ToContainTextAsync("Verkeerde weken");
        Assert.Single(await site.Recorded("delivery.withdrawn"), $"levering {number}");
    }

    [Fact]
    public async Task A_decision_needs_a_reason()
    {
        await using var visit = await (await site.Browser()).Visit(new Look());
        await visit.Open(site.Address($"/leveringen/{Site.Held}"));

        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Laat meetellen" }).ClickAsync();

        await Expect(visit.Page.Locator("#reden")).ToBeFocusedAsync();
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.Locator("h1 .badge")).ToHaveTextAsync("aangehouden");
    }

    private static async Task Decide(Visit visit, string decision, string reason)
    {
        await visit.Page.GetByLabel("Waarom?").FillAsync(reason);
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = decision }).ClickAsync();
    }

    private static async Task Decided(Visit visit, long number, string state)
    {
        await visit.Page.WaitForURLAsync($"**/leveringen/{number}?bericht=besloten");
        await Expect(visit.Page.Locator("h1 .badge")).ToHaveTextAsync(state);
        await Expect(visit.Page.Locator(".notice")).ToContainTextAsync("vastgelegd");
        Assert.Empty(visit.Complaints);
    }
}
