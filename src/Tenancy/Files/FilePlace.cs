namespace Twente.Igw.Tenancy;

/// <summary>
/// Where files of one kind and one owner lie: a folder (<c>drop/gm0153</c>) or a container (<c>drop-gm0153</c>).
/// </summary>
/// <param name="Kind">drop, incoming, archive, quarantine or offered.</param>
/// <param name="Owner">A gemeente in lower case, the platform, or the district.</param>
internal readonly record struct FilePlace(string Kind, string Owner)
{
    /// <summary>What no tenant may read: files in which a supplier mixed gemeenten.</summary>
    public static readonly FilePlace PlatformQuarantine = new("quarantine", "platform");

    /// <summary>Where suppliers put files for several gemeenten.</summary>
    public static readonly FilePlace DistrictDrop = new("drop", "district");

    /// <summary>Such files while they are checked and split.</summary>
    public static readonly FilePlace DistrictIncoming = new("incoming", "district");

    /// <summary>Such files while a supplier has not decided yet whether to deliver them.</summary>
    public static readonly FilePlace DistrictOffered = new("offered", "district");

    /// <summary>What the platform needs beside the gemeenten's own.</summary>
    public static readonly IReadOnlyList<FilePlace> OfPlatform =
        [PlatformQuarantine, DistrictDrop, DistrictIncoming, DistrictOffered];

    public string Container => $"{Kind}-{Owner}";

    public static FilePlace Of(TenantId tenant, TenantPlace place) =>
        new(place.ToString().ToLowerInvariant(), tenant.Folder);

    /// <summary>Everything a gemeente has.</summary>
    public static IEnumerable<FilePlace> AllOf(TenantId tenant) =>
        Enum.GetValues<TenantPlace>().Select(place => Of(tenant, place));
}

/// <summary>One file.</summary>
/// <param name="Place">Where it lies.</param>
/// <param name="Name">Its name there; a supplier's own folder may stand before it.</param>
internal readonly record struct FileAddress(FilePlace Place, string Name);
