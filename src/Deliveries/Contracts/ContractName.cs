namespace Twente.Igw.Deliveries;

/// <summary>Names of the contracts this platform publishes, as in agreements, file names and manifests.</summary>
public static class ContractName
{
    /// <summary>Weekly police figures of one gemeente.</summary>
    public const string PolitieWeek = "politie-week";

    /// <summary>A gemeente's own key figures.</summary>
    public const string GemeenteKerncijfers = "gemeente-kerncijfers";
}
