using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Databases;

/// <summary>
/// The password of each login. The embedded profile derives them from one secret; any other platform is given one per
/// login, so that one leaked secret never opens fourteen gemeenten.
/// </summary>
internal sealed class PrincipalSecrets(
    IOptionsMonitor<DatabaseOptions> options, IOptions<TenancyOptions> platform, DataFolder data)
{
    private const int ShortestSecret = 20;

    /// <summary>What manuals and examples use; whoever kept one of these has kept no secret.</summary>
    private static readonly string[] WellKnown =
        ["changeme", "change-me", "wijzigmij", "password", "wachtwoord", "secret", "geheim", "example", "voorbeeld"];

    private readonly Lock _making = new();
    private string? _madeUp;

    /// <exception cref="SecretRefusedException">There is none, or it is no secret.</exception>
    public string Of(Principal principal)
    {
        if (platform.Value.Profile == Profile.Embedded)
            return Derive(principal);
        var secrets = options.CurrentValue.Secrets;
        var setting = $"Igw:Database:Secrets:{principal.ShortName}";
        if (!secrets.TryGetValue(principal.ShortName, out var secret) || secret.Length == 0)
            throw new SecretRefusedException(setting, "ontbreekt");
        if (secret.Length < ShortestSecret)
            throw new SecretRefusedException(setting, $"is korter dan {ShortestSecret} tekens");
        if (WellKnown.Any(known => secret.Contains(known, StringComparison.OrdinalIgnoreCase)))
            throw new SecretRefusedException(setting, "is een voorbeeld of standaardwachtwoord");
        if (secrets.Any(other => !other.Key.Equals(principal.ShortName, StringComparison.OrdinalIgnoreCase)
            && other.Value == secret))
            throw new SecretRefusedException(setting, "is gelijk aan dat van een ander");
        return secret;
    }

    /// <summary>A password that is used at once and kept nowhere.</summary>
    public static string ForOnce() => "Igw1-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    private string Derive(Principal principal)
    {
        var key = Encoding.UTF8.GetBytes(options.CurrentValue.Secret ?? MadeUp());
        var whose = Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"{principal.Name}|{principal.Generation}"));
        // The letters satisfy servers that ask for several kinds of characters.
        return "Igw1-" + Convert.ToHexStringLower(HMACSHA256.HashData(key, whose));
    }

    /// <summary>The secret of this data folder; the first process to ask makes it.</summary>
    private string MadeUp()
    {
        lock (_making)
            return _madeUp ??= ReadOrMake(Path.Combine(data.Secrets, "database.secret"));
    }

    private static string ReadOrMake(string file)
    {
        if (File.Exists(file))
            return File.ReadAllText(file);
        var own = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            own.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var temporary = $"{file}.{Guid.CreateVersion7():N}";
        using (var writer = new StreamWriter(temporary, own))
            writer.Write(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        try
        {
            File.Move(temporary, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            // Another process was first, and its secret is the one in use.
            File.Delete(temporary);
        }
        return File.ReadAllText(file);
    }
}

/// <summary>A password is missing or is none. Names the setting, never its value.</summary>
public sealed class SecretRefusedException(string setting, string why)
    : InvalidOperationException($"Het geheim {setting} {why}; zonder goed geheim start het platform niet.");
