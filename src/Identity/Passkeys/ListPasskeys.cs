using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace Twente.Igw.Identity;

/// <summary>A passkey of somebody, as she sees it.</summary>
/// <param name="Id">Of the credential, as it stands in a form.</param>
/// <param name="Name">As she called it.</param>
/// <param name="AddedAt">When she added it.</param>
/// <param name="IsBackedUp">Whether her devices keep copies of it, so that losing one is no loss.</param>
public sealed record PasskeyLine(string Id, string Name, DateTime AddedAt, bool IsBackedUp);

/// <summary>Lists somebody's passkeys, the oldest first.</summary>
public sealed class ListPasskeys(UserManager<User> users)
{
    public async Task<IReadOnlyList<PasskeyLine>> Execute(User user)
    {
        var passkeys = await users.GetPasskeysAsync(user);
        return
        [
            .. passkeys.OrderBy(p => p.CreatedAt).Select(p => new PasskeyLine(
                IdOf(p), p.Name ?? "", p.CreatedAt.UtcDateTime, p.IsBackedUp)),
        ];
    }

    internal static string IdOf(UserPasskeyInfo passkey) => WebEncoders.Base64UrlEncode(passkey.CredentialId);

    /// <summary>One of her own; null for anything else.</summary>
    internal static async Task<UserPasskeyInfo?> Find(UserManager<User> users, User user, string id) =>
        (await users.GetPasskeysAsync(user)).SingleOrDefault(p => IdOf(p) == id);
}
