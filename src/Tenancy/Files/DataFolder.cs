namespace Twente.Igw.Tenancy;

/// <summary>
/// The folder the platform's files live in. Only Tenancy and Databases know its layout; a capability
/// reaches a tenant's part of it through <see cref="TenantFiles"/>.
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

    /// <summary>What no tenant may read: files in which a supplier mixed gemeenten.</summary>
    public string PlatformQuarantine => Made(Path.Combine(Root, "quarantine", "platform"));

    /// <summary>What this machine made up for itself and nobody else may read.</summary>
    public string Secrets => Made(Path.Combine(Root, "secrets"));

    /// <summary>Where suppliers put files for several gemeenten; a folder per supplier in it.</summary>
    public string DistrictDrop => Made(Path.Combine(Root, "drop", "district"));

    /// <summary>Such files while they are checked and split; no tenant can read them.</summary>
    public string DistrictIncoming => Made(Path.Combine(Root, "incoming", "district"));

    /// <summary>Such files while a supplier has not decided yet whether to deliver them.</summary>
    public string DistrictOffered => Made(Path.Combine(Root, "offered", "district"));

    internal string PlatformAuditHead => Path.Combine(Made(Path.Combine(Root, "audit")), "platform.head.json");

    internal string PlaceOf(TenantId tenant, TenantPlace place) =>
        Path.Combine(Root, place.ToString().ToLowerInvariant(), tenant.Folder);

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
