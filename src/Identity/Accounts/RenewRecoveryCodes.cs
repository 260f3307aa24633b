using Microsoft.AspNetCore.Identity;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>Gives somebody new codes that replace her second step, each once; the old ones are worth nothing.</summary>
public sealed class RenewRecoveryCodes
{
    /// <summary>How many she gets.</summary>
    public const int Count = 10;

    private readonly UserManager<User> _users;
    private readonly RecordOfUser _record;

    internal RenewRecoveryCodes(UserManager<User> users, RecordOfUser record) => (_users, _record) = (users, record);

    public async Task<IReadOnlyList<string>> Execute(User user, CancellationToken cancel)
    {
        await _record.Execute(user.Id, new AuditEvent("recovery-codes.renewed", "herstelcodes"), cancel);
        return [.. (await _users.GenerateNewTwoFactorRecoveryCodesAsync(user, Count))!];
    }
}
