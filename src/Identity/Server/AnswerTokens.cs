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
/// Answers who asks for tokens: a host with a code, a program with a refresh token, a supplier's program with its own
/// credentials. Codes, secrets and assertions were checked by the provider before.
/// </summary>
internal sealed class AnswerTokens(UserManager<User> users, IOpenIddictApplicationManager clients)
{
    public async Task<IResult> Execute(HttpContext http)
    {
        var request = http.GetOpenIddictServerRequest()
            ?? throw new InvalidOperationException("This address is answered after the provider has read the request.");
        if (request.IsClientCredentialsGrantType())
            return await OfProgram(request, http.RequestAborted);
        var given = await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        var user = given.Principal is { } holder && SignedIn.UserOf(holder) is { } id
            ? await users.FindByIdAsync(id.ToString()) : null;
        if (user is null || user.IsDisabled)
            return AnswerAuthorization.Refuse(Errors.InvalidGrant, "Dit account is niet in gebruik.");

        var principal = new ClaimsPrincipal(AnswerAuthorization.IdentityOf(
            user, SignedIn.SignInOf(given.Principal!), SignedIn.ProvenAt(given.Principal!)));
        principal.SetScopes(given.Principal!.GetScopes());
        principal.SetResources(given.Principal!.GetResources());
        return Results.SignIn(principal, null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    /// <summary>A program acts for its supplier; without one it is a host, which has nothing to do here.</summary>
    private async Task<IResult> OfProgram(OpenIddictRequest request, CancellationToken cancel)
    {
        if (await clients.FindByClientIdAsync(request.ClientId!, cancel) is not { } client
            || await ClientSupplier.Of(clients, client, cancel) is not { } supplier)
            return AnswerAuthorization.Refuse(Errors.UnauthorizedClient, "Dit programma levert voor niemand.");
        var identity = new ClaimsIdentity(
            OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, request.ClientId);
        identity.SetClaim(ClientSupplier.Property, supplier);
        identity.SetDestinations(_ => [Destinations.AccessToken]);
        var principal = new ClaimsPrincipal(identity);
        principal.SetScopes(request.GetScopes());
        principal.SetResources("aanleveren");
        return Results.SignIn(principal, null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }
}
