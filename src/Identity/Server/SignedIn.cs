using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Twente.Igw.Identity;

/// <summary>Who signed in, as the claims of a ticket or token say it.</summary>
public static class SignedIn
{
    /// <summary>The sign-in that all tickets of one visit have in common.</summary>
    public const string SignInClaim = "sid";

    public static Guid? UserOf(ClaimsPrincipal principal) => Read(
        principal, Claims.Subject) ?? Read(principal, ClaimTypes.NameIdentifier);

    public static Guid? SignInOf(ClaimsPrincipal principal) => Read(principal, SignInClaim);

    public static string NameOf(ClaimsPrincipal principal) =>
        principal.FindFirst(Claims.Name)?.Value ?? principal.FindFirst(ClaimTypes.Name)?.Value ?? "";

    /// <summary>When this person last proved who she is.</summary>
    public static DateTimeOffset? Since(AuthenticationProperties? ticket) =>
        ticket?.Items.TryGetValue(ConfigureCookies.Since, out var text) == true
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var since) ? since : null;

    /// <summary>The same, as a provider says it of a sign-in that was made there (OpenID Connect Core, auth_time).
    /// </summary>
    internal static DateTimeOffset? ProvenAt(ClaimsPrincipal principal) =>
        long.TryParse(
            principal.FindFirst(Claims.AuthenticationTime)?.Value, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static Guid? Read(ClaimsPrincipal principal, string claim) =>
        Guid.TryParse(principal.FindFirst(claim)?.Value, out var id) ? id : null;
}
