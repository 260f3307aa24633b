using System.ComponentModel.DataAnnotations;

namespace Twente.Igw.Databases;

/// <summary>Which database product is used and how it is reached (<c>Igw:Database</c> in configuration).</summary>
public sealed class DatabaseOptions
{
    public EngineName Engine { get; set; } = EngineName.Sqlite;

    /// <summary>
    /// Connection string of the server without user or password: each principal adds its own. When not set it is
    /// <see cref="Admin"/> without them.
    /// </summary>
    public string? Server { get; set; }

    /// <summary>An administrator's connection string, for <c>igw migrate</c> and <c>igw tenant</c> only.</summary>
    public string? Admin { get; set; }

    /// <summary>First part of each principal's and schema's name: two platforms can share a database.</summary>
    [RegularExpression("^[a-z][a-z0-9]{0,15}$")]
    public string Prefix { get; set; } = "igw";

    /// <summary>
    /// The one secret the embedded profile derives all passwords from; made up and kept in the data folder when not
    /// set.
    /// </summary>
    public string? Secret { get; set; }

    /// <summary>
    /// Outside the embedded profile: a password for each login, by its name without prefix (<c>catalogue</c>,
    /// <c>identity</c>, <c>publish</c>, <c>regio</c>, <c>jobs</c>, <c>gm0153_a</c>, <c>gm0153_b</c>).
    /// </summary>
    public IDictionary<string, string> Secrets { get; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}

/// <summary>The database products the platform runs on.</summary>
public enum EngineName
{
    /// <summary>A file per tenant on a local disk.</summary>
    Sqlite,

    /// <summary>A schema and a role per tenant.</summary>
    PostgreSql,

    /// <summary>A schema and a user per tenant; also Azure SQL.</summary>
    SqlServer,
}
