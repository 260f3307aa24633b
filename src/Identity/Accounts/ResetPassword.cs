using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>
/// Gives somebody the password she chooses by the link that was mailed to her, when her second step agrees. All she had
/// open is closed: whoever knew the old password is out.
/// </summary>
public sealed class ResetPassword
{
    private readonly UserManager<User> _users;
    private readonly EndSessions _end;
    private readonly RecordOfUser _record;

    internal ResetPassword(UserManager<User> users, EndSessions end, RecordOfUser record) =>
        (_users, _end, _record) = (users, end, record);

    /// <returns>Whether the link still works.</returns>
    public async Task<bool> Look(Guid account, string secret) => await Find(account, secret) is not null;

    /// <param name="account">Of the link.</param>
    /// <param name="secret">Of the link.</param>
    /// <param name="password">Chosen now.</param>
    /// <param name="code">What her authenticator shows now, or one of her recovery codes.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<Outcome> Execute(
        Guid account, string secret, string password, string code, CancellationToken cancel)
    {
        if (await Find(account, secret) is not { } user)
            return new Outcome.Unknown();
        // First what costs her nothing: a recovery code is gone once it was tried.
        if (await JudgePassword.Execute(_users, user, password) is { Count: > 0 } faults)
            return new Outcome.Refused(faults);
        if (await _users.IsLockedOutAsync(user) || !await IsSecondStep(user, code))
        {
            await _users.AccessFailedAsync(user);
            return new Outcome.Refused(
            [
                "De code klopt niet, of er is te vaak geprobeerd. Neem over wat de app nu laat zien, gebruik een "
                + "herstelcode, of wacht een kwartier.",
            ]);
        }
        await _record.Execute(user.Id, new AuditEvent("password.reset", Pseudonym.Of(user.Id)), cancel);
        var result = await _users.ResetPasswordAsync(user, Plain(secret), password);
        if (!result.Succeeded)
            return new Outcome.Unknown();
        await _users.ResetAccessFailedCountAsync(user);
        await _end.OfUser(user.Id, cancel);
        return new Outcome.Changed();
    }

    private async Task<User?> Find(Guid account, string secret) =>
        await _users.FindByIdAsync(account.ToString()) is { PasswordHash: not null } user
            && !user.IsDisabled && user.Federation.Length == 0
            && await _users.VerifyUserTokenAsync(
                user, _users.Options.Tokens.PasswordResetTokenProvider, UserManager<User>.ResetPasswordTokenPurpose,
                Plain(secret))
            ? user : null;

    private async Task<bool> IsSecondStep(User user, string code)
    {
        var plain = code.Replace(" ", "", StringComparison.Ordinal);
        return plain.Length == 6
            ? await _users.VerifyTwoFactorTokenAsync(
                user, _users.Options.Tokens.AuthenticatorTokenProvider, plain)
            : (await _users.RedeemTwoFactorRecoveryCodeAsync(user, plain)).Succeeded;
    }

    private static string Plain(string secret)
    {
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(secret));
        }
        catch (FormatException)
        {
            return "";
        }
    }

    /// <summary>What choosing a new password can end in.</summary>
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <summary>She signs in with it from now on.</summary>
        public sealed record Changed : Outcome;

        /// <summary>The link does not work, or no more.</summary>
        public sealed record Unknown : Outcome;

        /// <summary>Something given is not good enough; nothing was changed.</summary>
        public sealed record Refused(IReadOnlyList<string> Sentences) : Outcome;
    }
}
