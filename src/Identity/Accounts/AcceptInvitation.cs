using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Identity;

/// <summary>An invitation that still works.</summary>
/// <param name="Name">Of the person invited.</param>
/// <param name="Mail">With which she signs in.</param>
/// <param name="Key">Of her second step, as an authenticator takes it (RFC 6238, base 32).</param>
public sealed record OpenInvitation(string Name, string Mail, string Key);

/// <summary>What became of accepting.</summary>
public abstract record AcceptanceOutcome
{
    private AcceptanceOutcome()
    {
    }

    /// <summary>The account is in use and she is signed in; these codes replace her second step, each once.</summary>
    public sealed record Accepted(Guid User, IReadOnlyList<string> RecoveryCodes) : AcceptanceOutcome;

    /// <summary>The link does not work, or no more.</summary>
    public sealed record Unknown : AcceptanceOutcome;

    /// <summary>Something given is not good enough; nothing was changed.</summary>
    public sealed record Refused(IReadOnlyList<string> Sentences) : AcceptanceOutcome;
}

/// <summary>
/// Takes an account into use by the link of its invitation: a password, and a second step that is shown to work. The
/// same for who forgot the one or lost the other.
/// </summary>
public sealed class AcceptInvitation(
    IdentityDb db, SignInManager<User> signIn, EndSessions end, IDataProtectionProvider protection,
    TimeProvider time)
{
    /// <summary>Where the library's own stores look for the key.</summary>
    private const string KeyProvider = "[AspNetUserStore]";
    private const string KeyName = "AuthenticatorKey";

    private readonly UserManager<User> _users = signIn.UserManager;

    /// <returns>Null when the link does not work, or no more.</returns>
    public async Task<OpenInvitation?> Look(string secret, CancellationToken cancel)
    {
        if (await Find(secret, cancel) is not { } found)
            return null;
        return new OpenInvitation(found.User.DisplayName, found.User.Email!, KeyOf(found.Invitation));
    }

    /// <param name="secret">Of the link.</param>
    /// <param name="password">Chosen now.</param>
    /// <param name="code">What her authenticator shows now.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<AcceptanceOutcome> Execute(
        string secret, string password, string code, CancellationToken cancel)
    {
        if (await Find(secret, cancel) is not { } found)
            return new AcceptanceOutcome.Unknown();
        var user = found.User;
        List<string> faults = [.. await JudgePassword.Execute(_users, user, password)];
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await _users.SetAuthenticationTokenAsync(user, KeyProvider, KeyName, KeyOf(found.Invitation));
        if (!await _users.VerifyTwoFactorTokenAsync(
            user, _users.Options.Tokens.AuthenticatorTokenProvider, code.Replace(" ", "", StringComparison.Ordinal)))
            faults.Add("De code van de app klopt niet. Neem de zes cijfers over die de app nu laat zien.");
        if (faults.Count > 0)
            return new AcceptanceOutcome.Refused(faults);
        found.Invitation.UsedAt = time.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(cancel);
        await _users.RemovePasswordAsync(user);
        await _users.AddPasswordAsync(user, password);
        await _users.SetTwoFactorEnabledAsync(user, true);
        user.EmailConfirmed = true;
        await _users.SetLockoutEndDateAsync(user, null);
        foreach (var passkey in await _users.GetPasskeysAsync(user))
            await _users.RemovePasskeyAsync(user, passkey.CredentialId);
        var codes = await _users.GenerateNewTwoFactorRecoveryCodesAsync(user, RenewRecoveryCodes.Count);
        await transaction.CommitAsync(cancel);
        // Whoever knew the password or had a passkey before is out.
        await end.OfUser(user.Id, cancel);
        await signIn.SignInAsync(user, isPersistent: false);
        return new AcceptanceOutcome.Accepted(user.Id, [.. codes!]);
    }

    private string KeyOf(Invitation invitation) =>
        protection.CreateProtector(InviteUser.KeyPurpose).Unprotect(invitation.ProtectedKey);

    private async Task<(Invitation Invitation, User User)?> Find(string secret, CancellationToken cancel)
    {
        var (hash, now) = (InviteUser.HashOf(secret), time.GetUtcNow().UtcDateTime);
        var invitations = db.Invitations;
        var invitation = await invitations.SingleOrDefaultAsync(
            i => i.SecretHash == hash && i.UsedAt == null && i.ExpiresAt > now, cancel);
        if (invitation is null || await _users.FindByIdAsync(invitation.User.ToString()) is not { } user)
            return null;
        return user.IsDisabled || user.Federation.Length > 0 ? null : (invitation, user);
    }
}
