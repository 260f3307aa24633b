using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Twente.Igw.Web.Tests.Pages;

[Collection(nameof(Site))]
public sealed class FilterTests(Site site)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/buurten")]
    [InlineData("/buurten/WK015300")]
    [InlineData("/buurten/BU01530000")]
    [InlineData("/omstandigheden")]
    public async Task A_changed_filter_changes_address_and_page_at_once_and_back_undoes_both(string path)
    {
        await using var visit = await (await site.Browser()).Visit(new Look());
        await visit.Open(site.Address(path));
        var before = await visit.Content();

        await Filter(visit, "weken").SelectOptionAsync("12");
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("in 12 weken");
        Assert.Contains("weken=12", visit.Page.Url, StringComparison.Ordinal);
        await visit.Page.GoBackAsync();

        await Expect(Filter(visit, "weken")).ToHaveValueAsync("4");
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("in 4 weken");
        Assert.Equal(before, await visit.Content());
        Assert.Equal(site.Address(path), visit.Page.Url);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Reloading_or_sharing_a_filtered_page_gives_the_same_page()
    {
        var chromium = await site.Browser();
        await using var visit = await chromium.Visit(new Look());
        await visit.Open(site.Address("/"));
        await Filter(visit, "categorie").SelectOptionAsync("geweld");
        await Expect(visit.Page.Locator("#kaart-title")).ToContainTextAsync("Geweld");
        var shown = await visit.Content();

        await visit.Page.ReloadAsync();
        await using var other = await chromium.Visit(new Look());
        await other.Open(visit.Page.Url);

        Assert.Equal(shown, await visit.Content());
        Assert.Equal(shown, await other.Content());
    }

    [Fact]
    public async Task Who_changes_a_filter_by_keyboard_stays_on_that_filter()
    {
        await using var visit = await (await site.Browser()).Visit(new Look());
        await visit.Open(site.Address("/"));

        await Filter(visit, "weken").FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowDown");

        await Expect(visit.Page.Locator("main")).ToContainTextAsync("in 12 weken");
        await Expect(Filter(visit, "weken")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("in 26 weken");
    }

    [Theory]
    [InlineData("/", "in 52 weken")]
    [InlineData("/buurten", "Alle groepen, 52 weken")]
    [InlineData("/buurten/WK015301", "Alle groepen, 52 weken")]
    public async Task Without_script_the_button_applies_the_filters(string path, string shown)
    {
        await using var visit = await (await site.Browser()).Visit(new Look { Script = false });
        await visit.Open(site.Address(path));

        await Filter(visit, "weken").SelectOptionAsync("52");
        await Filter(visit, "maat").SelectOptionAsync("aantal");
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Toon" }).ClickAsync();

        await Expect(visit.Page.Locator("main")).ToContainTextAsync(shown);
        await Expect(Filter(visit, "maat")).ToHaveValueAsync("aantal");
        Assert.Contains("weken=52", visit.Page.Url, StringComparison.Ordinal);
    }

    private static ILocator Filter(Visit visit, string name) => visit.Page.Locator($"select[name={name}]");
}
