using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Twente.Igw.Identity;

/// <summary>
/// Every sign-in makes a ticket with a key of its own. The framework would put it in the place of a ticket that the
/// browser still had, under the same key: whoever knew that key would be signed in with it, and the ticket would still
/// be listed as the one before.
/// </summary>
internal sealed class SignInAnew(
    IOptionsMonitor<CookieAuthenticationOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
    : CookieAuthenticationHandler(options, loggers, encoder)
{
    /// <summary>By which the framework writes the key of a ticket in a cookie.</summary>
    private const string KeyClaim = "Microsoft.AspNetCore.Authentication.Cookies-SessionId";

    /// <summary>On the id host two schemes have the same cookie: one may write it after the other did.</summary>
    private const string Decided = nameof(SignInAnew);

    private bool _isRead;

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        _isRead = true;
        return base.HandleAuthenticateAsync();
    }

    protected override async Task HandleSignInAsync(ClaimsPrincipal user, AuthenticationProperties? properties)
    {
        // Once it has read the former ticket the framework only renews it, as after a change of the own account.
        if (!_isRead)
            await EndFormer();
        Context.Items[Decided] = true;
        await base.HandleSignInAsync(user, properties);
    }

    protected override Task HandleSignOutAsync(AuthenticationProperties? properties)
    {
        Context.Items[Decided] = true;
        return base.HandleSignOutAsync(properties);
    }

    /// <summary>Renews a ticket that was used for long; never one that this request itself replaced or ended.</summary>
    protected override Task FinishResponseAsync() =>
        Context.Items.ContainsKey(Decided) ? Task.CompletedTask : base.FinishResponseAsync();

    private async Task EndFormer()
    {
        var cookie = Options.CookieManager.GetRequestCookie(Context, Options.Cookie.Name!);
        if (Options.SessionStore is { } tickets && !string.IsNullOrEmpty(cookie)
            && Options.TicketDataFormat.Unprotect(cookie)?.Principal.FindFirst(KeyClaim)?.Value is { } key)
            await tickets.RemoveAsync(key, Context.RequestAborted);
    }
}
