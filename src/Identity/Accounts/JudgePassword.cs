using Microsoft.AspNetCore.Identity;

namespace Twente.Igw.Identity;

/// <summary>What is wrong with a password that somebody chooses, in Dutch; nothing when it will do.</summary>
internal static class JudgePassword
{
    public static async Task<IReadOnlyList<string>> Execute(UserManager<User> users, User user, string password)
    {
        var faults = new List<string>();
        foreach (var validator in users.PasswordValidators)
            if (await validator.ValidateAsync(users, user, password) is { Succeeded: false })
                faults.Add(
                    $"Het wachtwoord is te kort of te eenvoudig: kies er een van minstens "
                    + $"{users.Options.Password.RequiredLength} tekens, bijvoorbeeld vier losse woorden.");
        return [.. faults.Distinct(StringComparer.Ordinal)];
    }
}
