using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using OpenIddict.Server.AspNetCore;

namespace Twente.Igw.Identity;

/// <summary>Ends the sign-in here and on every host that it opened; then the browser goes back.</summary>
internal sealed class AnswerSignOut(EndSessions end)
{
    public async Task<IResult> Execute(HttpContext http)
    {
        var known = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        if (known.Principal is { } somebody && SignedIn.SignInOf(somebody) is { } signIn)
            await end.OfSignIn(signIn, http.RequestAborted);
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
        return Results.SignOut(
            new AuthenticationProperties { RedirectUri = "/" },
            [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
    }
}
