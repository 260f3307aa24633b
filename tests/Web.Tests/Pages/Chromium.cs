using Microsoft.Playwright;
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

    private Chromium(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    /// <summary>Skips the test, and says so, where there is no Chromium.</summary>
    public static async Task<Chromium> Start()
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
        return new Chromium(playwright, browser);
    }

    public async Task<Visit> Visit(Look look)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = look.Width, Height = 900 },
            ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce, JavaScriptEnabled = look.Script, Locale = "nl-NL",
        });
        return new Visit(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}

/// <summary>One person with one page, and what the browser complained about.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    public Visit(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) => Hear(message);
        page.PageError += (_, error) => _complaints.Add(error);
    }

    public IPage Page { get; }

    /// <summary>Errors, warnings and what the content security policy stopped.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public async Task<IResponse> Open(string address)
    {
        var response = await Page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        return response!;
    }

    /// <summary>The text of what is on the page, without menu and foot.</summary>
    public Task<string> Content() => Page.Locator("main").InnerTextAsync();

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    /// <summary>That a page answers 404 is also told as an error; it is what the test asked for.</summary>
    private void Hear(IConsoleMessage message)
    {
        var isPageItself = message.Text.Contains("status of 404", StringComparison.Ordinal)
            && message.Location.StartsWith(Page.Url, StringComparison.Ordinal);
        if (message.Type is "error" or "warning" && !isPageItself)
            _complaints.Add($"{message.Text} ({message.Location})");
    }
}
