using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Twente.Igw.Identity;

/// <summary>
/// Cookies of a host: for this host alone, unreadable to scripts, and nothing but a key to a ticket that is kept here.
/// </summary>
internal sealed class ConfigureCookies(
    IOptions<SignInOptions> signIn, KeepTickets tickets, TicketFormat format, TimeProvider time)
    : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    /// <summary>Where people sign in, on the id host.</summary>
    public const string SignInPath = "/aanmelden";

    /// <summary>When she proved who she is; the ticket's own date moves on with use.</summary>
    internal const string Since = "igw.since";

    public void Configure(CookieAuthenticationOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        options.Cookie.Name = name switch
        {
            SiteSignIn.Cookie => SiteSignIn.CookieName,
            _ when name == IdentityConstants.ApplicationScheme => SiteSignIn.CookieName,
            _ when name == IdentityConstants.TwoFactorUserIdScheme => SiteSignIn.CookieName + "-stap",
            _ => SiteSignIn.CookieName + "-extern",
        };
        options.Cookie.HttpOnly = true;
        options.Cookie.Path = "/";
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        // Lax and not Strict: a link in a mail must find her signed in, and it is a GET that changes nothing.
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.TicketDataFormat = format;
        options.ReturnUrlParameter = "terug";
        options.LoginPath = SignInPath;
        options.ExpireTimeSpan = TimeSpan.FromMinutes(5);
        if (name != SiteSignIn.Cookie && name != IdentityConstants.ApplicationScheme)
            return;
        options.SessionStore = tickets;
        options.ExpireTimeSpan = signIn.Value.Idle;
        options.SlidingExpiration = true;
        options.Events = new CookieAuthenticationEvents
        {
            OnSigningIn = signingIn =>
            {
                // A host that is opened later is no new sign-in: its hours began when she proved who she is.
                var proven = signingIn.Principal is { } who ? SignedIn.ProvenAt(who) : null;
                signingIn.Properties.Items[Since] = (proven ?? time.GetUtcNow()).ToString("O");
                // Every sign-in has a number of its own; the hosts it opens get it from the provider.
                if (signingIn.Principal is { Identity: ClaimsIdentity somebody } known
                    && SignedIn.SignInOf(known) is null)
                    somebody.AddClaim(new Claim(SignedIn.SignInClaim, Guid.CreateVersion7().ToString()));
                return Task.CompletedTask;
            },
            OnValidatePrincipal = EndWhenLongest,
        };
    }

    private async Task EndWhenLongest(CookieValidatePrincipalContext context)
    {
        var began = SignedIn.Since(context.Properties) ?? DateTimeOffset.MinValue;
        if (time.GetUtcNow() - began < signIn.Value.Longest)
            return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }
}
