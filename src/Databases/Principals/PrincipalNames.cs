using Twente.Igw.Tenancy;

namespace Twente.Igw.Databases;

/// <summary>What principals and schemas are called on a database server.</summary>
/// <param name="prefix">First part of every name, so that two platforms can share a database.</param>
internal sealed class PrincipalNames(string prefix)
{
    public Principal Catalogue => new(prefix, "catalogue", $"{prefix}_catalogue");

    public Principal Jobs => new(prefix, "jobs", $"{prefix}_jobs");

    /// <summary>The login of this generation.</summary>
    public Principal Login(TenantLogin login) =>
        new(prefix, $"{login.Tenant.Folder}_{(login.Generation % 2 == 0 ? 'a' : 'b')}", OwnerOf(login.Tenant))
        {
            Generation = login.Generation, Renewal = login.Renewal,
        };

    /// <summary>
    /// The tenant's schema, and the role of the same name that owns it; both of its logins are members, nobody signs
    /// in as it.
    /// </summary>
    public string OwnerOf(TenantId tenant) => $"{prefix}_{tenant.Folder}";

    /// <summary>Both logins a tenant can have.</summary>
    public IReadOnlyList<Principal> LoginsOf(TenantId tenant) =>
        [Login(new TenantLogin(tenant, 0)), Login(new TenantLogin(tenant, 1))];
}

/// <summary>Somebody the database server knows.</summary>
/// <param name="Prefix">First part of its name, the platform's.</param>
/// <param name="ShortName">Second part, as secrets are looked up: <c>gm0153_a</c>.</param>
/// <param name="Schema">The one schema it works in.</param>
internal readonly record struct Principal(string Prefix, string ShortName, string Schema)
{
    /// <summary>Which generation of its secret; 0 for principals that do not alternate.</summary>
    public int Generation { get; init; }

    /// <summary>How often its database was put back: none of the connections from before is good any more.</summary>
    public int Renewal { get; init; }

    public string Name => $"{Prefix}_{ShortName}";

    /// <summary>
    /// What its connections are called. As part of the connection string it also sets the pools of two renewals apart.
    /// </summary>
    public string Application =>
        Renewal == 0 ? "igw" : string.Create(CultureInfo.InvariantCulture, $"igw {Renewal}");
}
