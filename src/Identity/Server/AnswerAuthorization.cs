using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Twente.Igw.Identity;

/// <summary>
/// Answers a host that asks who somebody is: nobody yet, then she signs in first; somebody who may be there, then a
/// code; anybody else is refused by name of the host and nothing more.
/// </summary>
internal sealed class AnswerAuthorization(
    UserManager<User> users, FindPermissions permissions, TimeProvider time)
{
    /// <summary>A sign-in so recent satisfies a client that wants to see one.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    public async Task<IResult> Execute(HttpContext http)
    {
        var request = http.GetOpenIddictServerRequest()
            ?? throw new InvalidOperationException("This address is answered after the provider has read the request.");
        var known = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        if (!known.Succeeded || WantsAgain(request, known))
            return request.HasPromptValue(PromptValues.None)
                ? Refuse(Errors.LoginRequired, "Niemand is aangemeld.")
                : Results.Challenge(
                    new AuthenticationProperties { RedirectUri = http.Request.Path + http.Request.QueryString },
                    [IdentityConstants.ApplicationScheme]);

        var user = SignedIn.UserOf(known.Principal) is { } id ? await users.FindByIdAsync(id.ToString()) : null;
        if (user is null || user.IsDisabled)
            return Refuse(Errors.AccessDenied, "Dit account is niet in gebruik.");
        if (!await permissions.AnyAt(user.Id, request.ClientId!, http.RequestAborted))
            return Refuse(Errors.AccessDenied, "U heeft hier geen toegang.");
        var principal = new ClaimsPrincipal(IdentityOf(
            user, SignedIn.SignInOf(known.Principal), SignedIn.Since(known.Properties)));
        principal.SetScopes(request.GetScopes());
        principal.SetResources(request.ClientId!);
        return Results.SignIn(principal, null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    /// <summary>What a host and a token learn of somebody: an id, her name, which sign-in it was and when.</summary>
    internal static ClaimsIdentity IdentityOf(User user, Guid? signIn, DateTimeOffset? provenAt)
    {
        var identity = new ClaimsIdentity(
            OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, user.Id.ToString());
        identity.SetClaim(Claims.Name, user.DisplayName);
        if (signIn is { } id)
            identity.SetClaim(SignedIn.SignInClaim, id.ToString());
        if (provenAt is { } at)
            identity.SetClaim(Claims.AuthenticationTime, at.ToUnixTimeSeconds());
        identity.SetDestinations(claim => claim.Type == Claims.Subject
            ? [Destinations.AccessToken, Destinations.IdentityToken]
            : [Destinations.IdentityToken]);
        return identity;
    }

    internal static IResult Refuse(string error, string description) => Results.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = description,
        }),
        [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);

    private bool WantsAgain(OpenIddictRequest request, AuthenticateResult known)
    {
        var ago = time.GetUtcNow() - (SignedIn.Since(known.Properties) ?? DateTimeOffset.MinValue);
        return (request.HasPromptValue(PromptValues.Login) && ago > Fresh)
            || (request.MaxAge is { } seconds && ago > TimeSpan.FromSeconds(Math.Max(seconds, Fresh.TotalSeconds)));
    }
}
