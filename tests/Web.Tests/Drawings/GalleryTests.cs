using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Twente.Igw.Web.Tests.Drawings.Gallery;
using Xunit;

namespace Twente.Igw.Web.Tests.Drawings;

/// <summary>
/// Draws everything from real figures, looks at it in a browser and leaves pages and pictures to look at in
/// <c>artifacts/gallery</c>.
/// </summary>
public sealed class GalleryTests
{
    private static readonly (int Width, bool Dark)[] Looks =
        [(1366, false), (1366, true), (768, false), (390, false), (390, true), (320, false)];

    [Fact]
    public async Task Pages_hold_to_the_policy_and_to_WCAG_in_light_and_dark_on_every_width()
    {
        await using var browser = await Browser.Start();
        await using var enschede = await Enschede.Start(withDeliveries: true);
        var pages = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["overzicht"] = await new OverviewPage(enschede).Write(),
            ["onderdelen"] = await new PartsPage(enschede).Write(),
        };
        List<string> complaints = [];
        foreach (var (name, html) in pages)
        {
            await Keep($"{name}.html", html);
            foreach (var (width, dark) in Looks)
                await Look(browser, name, html, (width, dark), complaints);
        }
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    private static async Task Look(
        Browser browser, string name, string html, (int Width, bool Dark) look, List<string> complaints)
    {
        var found = new List<string>();
        var page = await browser.Open(html, look.Width, look.Dark, found);
        var shot = $"{name}-{look.Width}{(look.Dark ? "-donker" : "")}";
        var picture = Path.Combine(Folder, $"{shot}.png");
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = picture, FullPage = true });
        if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") > look.Width)
            found.Add("the page scrolls sideways");
        complaints.AddRange(found.Select(complaint => $"{shot}: {complaint}"));
        // Axe's own script is let in from outside the page's policy.
        var axe = await page.RunAxe();
        complaints.AddRange(axe.Violations.Select(v =>
            $"{shot}: {v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
        await page.CloseAsync();
    }

    private static string Folder =>
        Directory.CreateDirectory(Path.Combine(House.Root, "artifacts", "gallery")).FullName;

    private static Task Keep(string name, string html) =>
        File.WriteAllTextAsync(Path.Combine(Folder, name), html, TestContext.Current.CancellationToken);
}
