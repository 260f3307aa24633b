using System.Text.RegularExpressions;

namespace Twente.Igw.Testing;

/// <summary>The forms by which somebody makes and withdraws a token for her own program.</summary>
public static partial class TokenForms
{
    /// <returns>The secret that the page shows once.</returns>
    public static async Task<string> MakeToken(this SiteUser user, string page, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(user);
        var address = new Uri(page);
        await user.CookieAt(address.Host.Split('.')[0], cancel);
        var until = TimeProvider.System.GetUtcNow().AddMonths(3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        using var made = await user.Post(address, address, [new("naam", "Power BI"), new("tot", until)], cancel);
        var text = await made.Content.ReadAsStringAsync(cancel);
        return Secret.Match(text) is { Success: true } found
            ? found.Groups["secret"].Value : throw new InvalidOperationException($"{made.StatusCode}: {text}");
    }

    /// <summary>Withdraws the first that works.</summary>
    public static async Task WithdrawToken(this SiteUser user, string page, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(user);
        var address = new Uri(page);
        using var shown = await user.Follow(address, cancel);
        var action = Withdrawing.Match(await shown.Content.ReadAsStringAsync(cancel)).Groups["action"].Value;
        using var done = await user.Post(address, new Uri(address, action), [], cancel);
    }

    [GeneratedRegex("id=\"sleutel\">(?<secret>igw_[A-Za-z0-9_-]+)<", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Secret { get; }

    [GeneratedRegex("action=\"(?<action>[^\"]+/intrekken)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Withdrawing { get; }
}
