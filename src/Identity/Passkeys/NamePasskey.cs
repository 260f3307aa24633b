using Microsoft.AspNetCore.Identity;

namespace Twente.Igw.Identity;

/// <summary>Gives one's own passkey another name, by which one knows later which device it is on.</summary>
public sealed class NamePasskey(UserManager<User> users)
{
    private const int Longest = 60;

    /// <summary>Why a passkey cannot be called so, in Dutch; null when it can.</summary>
    public static string? ObjectionTo(string? name) =>
        name?.Trim() is not { Length: > 0 and <= Longest } given || given.Any(char.IsControl)
            ? $"Geef de toegangssleutel een naam van 1 tot {Longest} tekens, zoals ‘laptop van het werk’."
            : null;

    public async Task<PasskeyOutcome> Execute(User user, string id, string name)
    {
        if (ObjectionTo(name) is { } objection)
            return new PasskeyOutcome.Refused(objection);
        if (await ListPasskeys.Find(users, user, id) is not { } passkey)
            return new PasskeyOutcome.Unknown();
        passkey.Name = name.Trim();
        await users.AddOrUpdatePasskeyAsync(user, passkey);
        return new PasskeyOutcome.Done();
    }
}
