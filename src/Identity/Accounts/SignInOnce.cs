using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Twente.Igw.Identity;

/// <summary>Gives every sign-in a number of its own, and lets nobody in whose account is out of use.</summary>
internal sealed class SignInOnce(
    UserManager<User> users, IHttpContextAccessor http, IUserClaimsPrincipalFactory<User> claims,
    IOptions<IdentityOptions> options, ILogger<SignInManager<User>> log, IAuthenticationSchemeProvider schemes,
    IUserConfirmation<User> confirmation)
    : SignInManager<User>(users, http, claims, options, log, schemes, confirmation)
{
    public override Task SignInWithClaimsAsync(
        User user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims) =>
        base.SignInWithClaimsAsync(
            user, authenticationProperties,
            additionalClaims.Append(new Claim(SignedIn.SignInClaim, Guid.CreateVersion7().ToString())));

    public override async Task<bool> CanSignInAsync(User user) =>
        !user.IsDisabled && await base.CanSignInAsync(user);
}
