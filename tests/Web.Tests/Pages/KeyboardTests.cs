using Microsoft.Playwright;
using Xunit;

namespace Twente.Igw.Web.Tests.Pages;

[Collection(nameof(Site))]
public sealed class KeyboardTests(Site site)
{
    private const string Reached =
        """
        () => {
          const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
          const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && box.width > 0
            && box.bottom > 0 && box.top < innerHeight;
          const name = at.getAttribute('name') ?? at.getAttribute('href') ?? (at.className || at.tagName);
          return at === document.body ? null : `${at.tagName} ${name}${seen ? '' : ' UNSEEN'}`;
        }
        """;

    [Theory]
    [InlineData("/", 1366)]
    [InlineData("/", 320)]
    [InlineData("/buurten/WK015300", 1366)]
    [InlineData("/omstandigheden", 1366)]
    [InlineData("/omstandigheden", 320)]
    [InlineData("/leveringen", 1366)]
    [InlineData("/leveringen/6", 320)]
    [InlineData("/definities", 320)]
    public async Task Everything_to_press_is_reached_by_tab_in_reading_order_and_seen(string path, int width)
    {
        await using var visit = await (await site.Browser()).Visit(new Look { Width = width });
        await visit.Open(site.Address(path));

        var stops = await Walk(visit.Page);

        Assert.Equal("A #inhoud", stops[0]);
        Assert.DoesNotContain(stops, stop => stop.EndsWith("UNSEEN", StringComparison.Ordinal));
        Assert.Equal(await Expected(visit.Page), stops);
    }

    [Fact]
    public async Task The_skip_link_goes_past_the_menu_to_the_content()
    {
        await using var visit = await (await site.Browser()).Visit(new Look());
        await visit.Open(site.Address("/"));

        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Keyboard.PressAsync("Tab");

        Assert.Equal("SELECT categorie", await visit.Page.EvaluateAsync<string>(Reached));
    }

    [Fact]
    public async Task What_the_map_tells_is_reached_from_the_list_beside_it()
    {
        await using var visit = await (await site.Browser()).Visit(new Look());
        await visit.Open(site.Address("/"));

        await visit.Page.Locator("#lijst tbody a").First.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync("**/buurten/BU0153*");

        var onMap = await visit.Page.Locator("#kaart a[href^='/buurten/']").CountAsync();
        Assert.Equal(onMap, await visit.Page.Locator("#lijst tbody a").CountAsync());
    }

    /// <summary>Presses Tab until it leaves the page.</summary>
    private static async Task<List<string>> Walk(IPage page)
    {
        List<string> stops = [];
        while (stops.Count < 300)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string?>(Reached) is not { } stop)
                break;
            stops.Add(stop);
        }
        return stops;
    }

    /// <summary>What is shown and can be pressed; areas on a map are reached through the list beside it.</summary>
    private static Task<string[]> Expected(IPage page) => page.EvaluateAsync<string[]>(
        """
        () => [...document.querySelectorAll(
            'a[href], button, select, input:not([type=hidden]), summary, [tabindex="0"]')]
          .filter(e => e.getAttribute('tabindex') !== '-1' && e.checkVisibility())
          .map(e => `${e.tagName} ${e.getAttribute('name') ?? e.getAttribute('href') ?? (e.className || e.tagName)}`)
        """);
}
