using Microsoft.AspNetCore.Identity;

namespace Twente.Igw.Identity;

/// <summary>
/// Refuses a password that is made of what anybody tries first: words of this platform and of her own name, rows of the
/// keyboard, the alphabet and the digits. What is left beside those must be long enough to have to be guessed.
/// </summary>
internal sealed class RefuseGuessable : IPasswordValidator<User>
{
    /// <summary>Different characters beside what is known.</summary>
    private const int LeastLeft = 6;

    /// <summary>Shorter runs and parts of names occur in any words.</summary>
    private const int ShortestPart = 4;

    /// <summary>A longer one is nobody's first try, and looking through it takes time.</summary>
    private const int LongestLookedAt = 200;

    private static readonly string[] Words =
    [
        "wachtwoord", "password", "welkom", "welcome", "geheim", "inloggen", "aanmelden", "toegang", "beheer", "admin",
        "gemeente", "twente", "veiligheid", "politie", "analist", "handhaving", "leverancier", "igw", "almelo", "borne",
        "dinkelland", "enschede", "haaksbergen", "hellendoorn", "hengelo", "hofvantwente", "losser", "oldenzaal",
        "rijssen", "holten", "tubbergen", "twenterand", "wierden", "januari", "februari", "maart", "april", "juni",
        "juli", "augustus", "september", "oktober", "november", "december", "lente", "zomer", "herfst", "winter",
    ];

    private static readonly string[] Rows =
        ["01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz", "1q2w3e4r5t6y7u8i9o0p"];

    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password) =>
        Task.FromResult(IsGuessable(password ?? "", $"{user.Email} {user.DisplayName}")
            ? IdentityResult.Failed(new IdentityError { Code = "PasswordGuessable" }) : IdentityResult.Success);

    /// <param name="password">As given.</param>
    /// <param name="own">Mail and name of its owner.</param>
    internal static bool IsGuessable(string password, string own)
    {
        if (password.Length > LongestLookedAt)
            return false;
        var left = password.ToLowerInvariant();
        foreach (var word in PartsOf(own).Concat(Words).OrderByDescending(word => word.Length))
            left = left.Replace(word, "", StringComparison.Ordinal);
        return WithoutRuns(left).Distinct().Count() < LeastLeft;
    }

    private static IEnumerable<string> PartsOf(string own) =>
        own.ToLowerInvariant().Split(['@', '.', '-', '_', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Where(part => part.Length >= ShortestPart);

    /// <summary>Leaves out the longest pieces of a row, in either direction, wherever they stand.</summary>
    private static string WithoutRuns(string text)
    {
        foreach (var row in Rows.Concat(Rows.Select(Reversed)))
            for (var length = row.Length; length >= ShortestPart; length--)
                for (var at = 0; at + length <= row.Length; at++)
                    text = text.Replace(row[at..(at + length)], "", StringComparison.Ordinal);
        return text;
    }

    private static string Reversed(string row) => new([.. row.Reverse()]);
}
