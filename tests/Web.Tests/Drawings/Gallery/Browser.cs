using Microsoft.Playwright;
using Xunit;

namespace Twente.Igw.Web.Tests.Drawings.Gallery;

/// <summary>Chromium that is given pages and the files of wwwroot, under the site's content security policy.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private const string Site = "http://igw.test/";
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'";

    private readonly IPlaywright _playwright;
    private readonly IBrowser _chromium;
    private readonly string _files;

    private Browser(IPlaywright playwright, IBrowser chromium, string files) =>
        (_playwright, _chromium, _files) = (playwright, chromium, files);

    /// <summary>Skips the test where there is no Chromium.</summary>
    public static async Task<Browser> Start()
    {
        var path = Environment.GetEnvironmentVariable("IGW_TEST_CHROMIUM") ?? "/usr/bin/chromium";
        Assert.SkipUnless(File.Exists(path), $"Needs Chromium at {path} (IGW_TEST_CHROMIUM names another).");
        var playwright = await Playwright.CreateAsync();
        var chromium = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
        return new Browser(playwright, chromium, Path.Combine(House.Root, "src", "Web", "wwwroot"));
    }

    /// <summary>Opens markup as a page; what the browser refuses or fails at is added to the complaints.</summary>
    public async Task<IPage> Open(string html, int width, bool dark, ICollection<string> complaints)
    {
        var page = await _chromium.NewPageAsync(new BrowserNewPageOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Add(message.Text);
        };
        await page.RouteAsync("**/*", route => Answer(route, html));
        await page.GotoAsync(Site, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        await page.EvaluateAsync("document.fonts.ready.then(() => 0)");
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _chromium.DisposeAsync();
        _playwright.Dispose();
    }

    private static string TypeOf(string file) => Path.GetExtension(file) switch
    {
        ".css" => "text/css",
        ".svg" => "image/svg+xml",
        _ => "font/woff2",
    };

    private Task Answer(IRoute route, string html)
    {
        var path = new Uri(route.Request.Url).AbsolutePath.TrimStart('/');
        if (path.Length == 0)
            return route.FulfillAsync(new RouteFulfillOptions
            {
                Body = html, ContentType = "text/html; charset=utf-8",
                Headers = [KeyValuePair.Create("content-security-policy", Policy)],
            });
        var file = Path.Combine(_files, path);
        return File.Exists(file)
            ? route.FulfillAsync(new RouteFulfillOptions { Path = file, ContentType = TypeOf(file) })
            : route.FulfillAsync(new RouteFulfillOptions { Status = 404 });
    }
}
