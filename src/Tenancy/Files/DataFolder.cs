namespace Twente.Igw.Tenancy;

/// <summary>
/// The folder the platform's files live in. Only Tenancy and Databases know its layout; a capability
/// reaches a tenant's part of it through <see cref="TenantFiles"/>, wherever that lies.
/// </summary>
public sealed class DataFolder
{
    /// <param name="root">An absolute or relative path; made when it does not exist.</param>
    public DataFolder(string root)
    {
        Root = Path.GetFullPath(root);
        Directory.CreateDirectory(Root);
    }

    public string Root { get; }

    /// <summary>Where boundary files of each year are kept, shared by all tenants.</summary>
    public string Areas => Made(Path.Combine(Root, "areas"));

    /// <summary>Copies made before a tenant is removed.</summary>
    public string Exports => Made(Path.Combine(Root, "exports"));

    /// <summary>What this machine made up for itself and nobody else may read.</summary>
    public string Secrets => Made(Path.Combine(Root, "secrets"));

    internal string PlatformAuditHead => Path.Combine(Made(Path.Combine(Root, "audit")), "platform.head.json");

    private static string Made(string folder) => Directory.CreateDirectory(folder).FullName;
}

/// <summary>The kinds of folder each tenant has.</summary>
public enum TenantPlace
{
    /// <summary>Where deliveries are put.</summary>
    Drop,

    /// <summary>Claimed files while they are being checked; never written to again.</summary>
    Incoming,

    /// <summary>Originals of accepted and held deliveries, byte for byte.</summary>
    Archive,

    /// <summary>Originals of refused deliveries.</summary>
    Quarantine,

    /// <summary>Files that were checked and are not delivered yet; gone within a day, and in no backup.</summary>
    Offered,
}
