using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Twente.Igw.Web.Tests.Pages;

[Collection(nameof(Site))]
public sealed class PrintTests(Site site)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/buurten/BU01530000")]
    [InlineData("/leveringen/6")]
    public async Task Paper_has_the_figures_and_nothing_to_press(string path)
    {
        await using var visit = await (await site.Browser()).Visit(new Look { Dark = true });
        await visit.Open(site.Address(path));
        var shown = await Figures(visit.Page);
        Assert.True(shown > 0);

        await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        foreach (var pressed in await visit.Page.Locator(".page-nav, .filter-bar, .skip-link, .button, input")
            .AllAsync())
            await Expect(pressed).ToBeHiddenAsync();
        Assert.Equal(shown, await Figures(visit.Page));
        Assert.Equal(
            "rgb(22, 32, 44)", await visit.Page.EvaluateAsync<string>("getComputedStyle(document.body).color"));
    }

    [Fact]
    public async Task A_page_on_paper_says_whose_figures_they_are_and_where_they_come_from()
    {
        await using var visit = await (await site.Browser()).Visit(new Look());
        await visit.Open(site.Address("/"));
        await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        await Expect(visit.Page.GetByText("Gemeente Enschede")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("#kaart .figure-source")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("#kaart .figure-period")).ToBeVisibleAsync();
    }

    private static Task<int> Figures(IPage page) =>
        page.Locator(".figure-drawing:visible, .facts:visible").CountAsync();
}
