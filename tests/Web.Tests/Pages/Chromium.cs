using Microsoft.Playwright;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Web.Tests.Pages;

/// <summary>How somebody looks at the site.</summary>
internal sealed record Look
{
    public int Width { get; init; } = 1366;

    public bool Dark { get; init; }

    public bool Script { get; init; } = true;

    public override string ToString() =>
        $"{Width}{(Dark ? " dark" : "")}{(Script ? "" : " without script")}";
}

/// <summary>A browser that visits the running site.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly IReadOnlyDictionary<string, string> _cookies;

    private Chromium(IPlaywright playwright, IBrowser browser, IReadOnlyDictionary<string, string> cookies) =>
        (_playwright, _browser, _cookies) = (playwright, browser, cookies);

    /// <summary>Skips the test, and says so, where there is no Chromium.</summary>
    /// <param name="cookies">With which a visitor is signed in, by host.</param>
    public static async Task<Chromium> Start(IReadOnlyDictionary<string, string> cookies)
    {
        var path = Environment.GetEnvironmentVariable("IGW_TEST_CHROMIUM") ?? "/usr/bin/chromium";
        Assert.SkipUnless(File.Exists(path), $"Needs Chromium at {path} (IGW_TEST_CHROMIUM names another).");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
        return new Chromium(playwright, browser, cookies);
    }

    public async Task<Visit> Visit(Look look)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = look.Width, Height = 900 },
            ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce, JavaScriptEnabled = look.Script, Locale = "nl-NL",
        });
        await context.AddCookiesAsync(_cookies.Select(c => new Cookie
        {
            // A cookie of this name is only taken from where it would come from: no domain, a secure address.
            Url = $"https://{c.Key}.localhost/", Name = SiteUser.SessionCookie, Value = c.Value.Split('=', 2)[1],
            Secure = true, HttpOnly = true, SameSite = SameSiteAttribute.Lax,
        }));
        return new Visit(context, await context.NewPageAsync(), look.Script);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
