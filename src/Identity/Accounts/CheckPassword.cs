using Microsoft.AspNetCore.Identity;

namespace Twente.Igw.Identity;

/// <summary>
/// Holds a password against an account, as long as it takes whether there is such an account, it is shut or it has no
/// password: not even the time of an answer tells who has an account here.
/// </summary>
public sealed class CheckPassword(SignInManager<User> signIn)
{
    private static readonly User Nobody = new() { DisplayName = "", CreatedAt = DateTime.UnixEpoch };

    private readonly UserManager<User> _users = signIn.UserManager;

    /// <returns>Whether the second step follows. Nobody gets in without one.</returns>
    public async Task<bool> Execute(string mail, string password)
    {
        if (await _users.FindByNameAsync(mail) is { PasswordHash: not null, TwoFactorEnabled: true } user
            && !user.IsDisabled && !await _users.IsLockedOutAsync(user))
        {
            var result = await signIn.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
            return result.RequiresTwoFactor;
        }
        // As much work as holding a password against its hash.
        _ = _users.PasswordHasher.HashPassword(Nobody, password);
        return false;
    }
}
