using Microsoft.AspNetCore.Identity;

namespace Twente.Igw.Identity;

/// <summary>
/// Signs somebody in by her passkey alone. It counts as both steps: the device holds the key, and opened it only for
/// her finger, face or PIN (NIST SP 800-63B, multi-factor cryptographic authenticator).
/// </summary>
public sealed class SignInWithPasskey(SignInManager<User> signIn)
{
    /// <summary>What the browser is asked, in WebAuthn's form. It names nobody: the device knows whose it is.</summary>
    public Task<string> Ask() => signIn.MakePasskeyRequestOptionsAsync(null);

    /// <param name="credential">What the browser answered, as WebAuthn writes it.</param>
    /// <returns>Whether she is signed in; not, for an account that is out of use or shut for a while.</returns>
    public async Task<bool> Execute(string credential)
    {
        // Not the library's own way in: it looks neither at accounts out of use nor at those shut for a while.
        if (await Check(credential) is not { Succeeded: true } shown)
            return false;
        var user = shown.User;
        if (user.Federation.Length > 0 || !await signIn.CanSignInAsync(user)
            || await signIn.UserManager.IsLockedOutAsync(user))
            return false;
        // How often the key was used is kept: a copy of it would fall behind, and be found out.
        await signIn.UserManager.AddOrUpdatePasskeyAsync(user, shown.Passkey);
        await signIn.SignInAsync(user, isPersistent: false);
        return true;
    }

    private async Task<PasskeyAssertionResult<User>?> Check(string credential)
    {
        try
        {
            return await signIn.PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            // Nothing was asked on this browser, or longer ago than the question is remembered.
            return null;
        }
    }
}
