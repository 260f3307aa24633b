using Twente.Igw.Tenancy;

namespace Twente.Igw.Databases;

/// <summary>What principals and schemas are called on a database server.</summary>
/// <param name="prefix">First part of every name, so that two platforms can share a database.</param>
internal sealed class PrincipalNames(string prefix)
{
    /// <summary>Who works in the schema of one of the platform's models.</summary>
    public Principal Of(PlatformModel model) => model switch
    {
        PlatformModel.Catalogue => Own("catalogue"),
        PlatformModel.Identity => Own("identity"),
        PlatformModel.Regional => new(prefix, "publish", $"{prefix}_regional"),
        _ => new(prefix, "regio", $"{prefix}_regional"),
    };

    public Principal Jobs => Own("jobs");

    /// <summary>Everybody of the platform itself who owns a schema.</summary>
    public IReadOnlyList<Principal> OfPlatform =>
        [Of(PlatformModel.Catalogue), Of(PlatformModel.Identity), Of(PlatformModel.Regional), Jobs];

    /// <summary>Who reads the rows of another's schema, and nothing more.</summary>
    public Principal Reader => Of(PlatformModel.RegionalReader);

    /// <summary>
    /// The role that may enter the database and nothing more. Every principal is a member: granting each of them the
    /// right itself would change one row of the server's from many sides at once.
    /// </summary>
    public string Visitors => $"{prefix}_visitors";

    /// <summary>The login of this generation.</summary>
    public Principal Login(TenantLogin login) =>
        new(prefix, $"{login.Tenant.Folder}_{(login.Generation % 2 == 0 ? 'a' : 'b')}", OwnerOf(login.Tenant))
        {
            Generation = login.Generation, Renewal = login.Renewal,
        };

    /// <summary>
    /// The tenant's schema, and the principal of the same name that owns it and changes its tables. It signs in only
    /// while migrating, with a secret made for the occasion.
    /// </summary>
    public string OwnerOf(TenantId tenant) => $"{prefix}_{tenant.Folder}";

    /// <summary>The role of both logins: it may read and write the tenant's rows, and change no table.</summary>
    public string UsersOf(TenantId tenant) => $"{prefix}_{tenant.Folder}_users";

    /// <summary>Who owns the tenant's schema.</summary>
    public Principal Owner(TenantId tenant) => new(prefix, tenant.Folder, OwnerOf(tenant));

    /// <summary>Both logins a tenant can have.</summary>
    public IReadOnlyList<Principal> LoginsOf(TenantId tenant) =>
        [Login(new TenantLogin(tenant, 0)), Login(new TenantLogin(tenant, 1))];

    private Principal Own(string name) => new(prefix, name, $"{prefix}_{name}");
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

    /// <summary>As a connection says who it is: the name, and where unqualified names lead.</summary>
    public string Identity => $"{Name} in {Schema}";

    /// <summary>
    /// What its connections are called. As part of the connection string it also sets the pools of two renewals apart.
    /// </summary>
    public string Application =>
        Renewal == 0 ? "igw" : string.Create(CultureInfo.InvariantCulture, $"igw {Renewal}");
}
