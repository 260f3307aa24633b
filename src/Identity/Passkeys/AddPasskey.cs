using Microsoft.AspNetCore.Identity;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>What became of adding or changing a passkey.</summary>
public abstract record PasskeyOutcome
{
    private PasskeyOutcome()
    {
    }

    /// <summary>It was changed as asked.</summary>
    public sealed record Done : PasskeyOutcome;

    /// <summary>She has no such passkey.</summary>
    public sealed record Unknown : PasskeyOutcome;

    /// <summary>Nothing was changed, and why.</summary>
    public sealed record Refused(string Sentence) : PasskeyOutcome;
}

/// <summary>Adds a passkey to an account: the browser is asked to make one, and what it answers is checked.</summary>
public sealed class AddPasskey
{
    /// <summary>Enough for every device and a key in a safe; more is hard to keep an eye on.</summary>
    public const int Most = 10;

    private readonly SignInManager<User> _signIn;
    private readonly RecordOfUser _record;

    internal AddPasskey(SignInManager<User> signIn, RecordOfUser record) => (_signIn, _record) = (signIn, record);

    /// <summary>What the browser is asked, in WebAuthn's form; the question is remembered for a few minutes.</summary>
    public Task<string> Ask(User user) => _signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity
    {
        Id = user.Id.ToString(), Name = user.Email ?? "", DisplayName = user.DisplayName,
    });

    /// <param name="user">Whose account, who proved a moment ago that it is hers.</param>
    /// <param name="credential">What the browser answered, as WebAuthn writes it.</param>
    /// <param name="name">As she calls it.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<PasskeyOutcome> Execute(User user, string credential, string name, CancellationToken cancel)
    {
        if (NamePasskey.ObjectionTo(name) is { } objection)
            return new PasskeyOutcome.Refused(objection);
        if ((await _signIn.UserManager.GetPasskeysAsync(user)).Count >= Most)
            return new PasskeyOutcome.Refused(
                $"U hebt al {Most} toegangssleutels; dat is het meeste. Haal er eerst een weg.");
        if (await Check(credential) is not { Succeeded: true } shown || shown.UserEntity.Id != user.Id.ToString())
            return new PasskeyOutcome.Refused(
                "De toegangssleutel is niet gemaakt, of het duurde te lang. Probeer het opnieuw.");
        shown.Passkey.Name = name.Trim();
        await _record.Execute(
            user.Id, new AuditEvent("passkey.added", $"toegangssleutel {IdForRecord(shown.Passkey)}"), cancel);
        await _signIn.UserManager.AddOrUpdatePasskeyAsync(user, shown.Passkey);
        return new PasskeyOutcome.Done();
    }

    /// <summary>Tells passkeys on the record apart, and opens nothing; a name she chose might name her.</summary>
    internal static string IdForRecord(UserPasskeyInfo passkey) =>
        InviteUser.HashOf(ListPasskeys.IdOf(passkey))[..8];

    private async Task<PasskeyAttestationResult?> Check(string credential)
    {
        try
        {
            return await _signIn.PerformPasskeyAttestationAsync(credential);
        }
        catch (InvalidOperationException)
        {
            // Nothing was asked on this browser, or longer ago than the question is remembered.
            return null;
        }
    }
}
