using Microsoft.Playwright;

namespace Twente.Igw.Web.Tests.Pages;

/// <summary>One person with one page, and what the browser complained about.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    public Visit(IBrowserContext context, IPage page, bool hasScript)
    {
        HasScript = hasScript;
        (_context, Page) = (context, page);
        page.Console += (_, message) => Hear(message);
        page.PageError += (_, error) => _complaints.Add(error);
    }

    public IPage Page { get; }

    public bool HasScript { get; }

    /// <summary>Errors, warnings and what the content security policy stopped.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public async Task<IResponse> Open(string address)
    {
        var response = await Page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        return response!;
    }

    /// <summary>Turns the light off or on and makes the window another width.</summary>
    public async Task Look(Look look)
    {
        await Page.SetViewportSizeAsync(look.Width, 900);
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions
        {
            ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light,
        });
    }

    /// <summary>The text of what is on the page, without menu and foot.</summary>
    public Task<string> Content() => Page.Locator("main").InnerTextAsync();

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    /// <summary>That a page answers 404 or 422 is also told as an error; it is what the test asked for.</summary>
    private void Hear(IConsoleMessage message)
    {
        var isPageItself = (message.Text.Contains("status of 404", StringComparison.Ordinal)
                || message.Text.Contains("status of 422", StringComparison.Ordinal))
            && message.Location.StartsWith(Page.Url, StringComparison.Ordinal);
        if (message.Type is "error" or "warning" && !isPageItself)
            _complaints.Add($"{message.Text} ({message.Location})");
    }
}
