namespace Twente.Igw.Web.Hosting;

/// <summary>Where the platform's things are, as given on the command line; configuration fills in the rest.</summary>
/// <param name="Data">The data folder.</param>
/// <param name="Engine">The database product, or null: as configured.</param>
/// <param name="Admin">A database administrator's connection string, or null: as configured.</param>
internal sealed record PlatformSettings(string Data, string? Engine = null, string? Admin = null)
{
    /// <summary>The command line goes before every other source.</summary>
    public void AddTo(IConfigurationManager configuration)
    {
        if (configuration["Igw:SecretsFolder"] is { Length: > 0 } folder)
            // One file per secret, as a cluster mounts them; a changed file is a changed secret.
            configuration.AddKeyPerFile(Path.GetFullPath(folder), optional: false, reloadOnChange: true);
        var given = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (Engine is not null)
            given["Igw:Database:Engine"] = Engine;
        if (Admin is not null)
            given["Igw:Database:Admin"] = Admin;
        configuration.AddInMemoryCollection(given);
    }
}
