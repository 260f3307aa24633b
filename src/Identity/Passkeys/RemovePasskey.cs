using Microsoft.AspNetCore.Identity;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>Takes a passkey off an account; whoever has the device signs in with it no more.</summary>
public sealed class RemovePasskey
{
    private readonly UserManager<User> _users;
    private readonly RecordOfUser _record;

    internal RemovePasskey(UserManager<User> users, RecordOfUser record) => (_users, _record) = (users, record);

    public async Task<PasskeyOutcome> Execute(User user, string id, CancellationToken cancel)
    {
        if (await ListPasskeys.Find(_users, user, id) is not { } passkey)
            return new PasskeyOutcome.Unknown();
        await _record.Execute(
            user.Id, new AuditEvent("passkey.removed", $"toegangssleutel {AddPasskey.IdForRecord(passkey)}"), cancel);
        await _users.RemovePasskeyAsync(user, passkey.CredentialId);
        return new PasskeyOutcome.Done();
    }
}
