namespace Twente.Igw.Deliveries;

/// <summary>Names of the contracts this platform publishes, as in agreements, file names and manifests.</summary>
public static class ContractName
{
    /// <summary>Weekly police figures of one gemeente.</summary>
    public const string PolitieWeek = "politie-week";

    /// <summary>The same for several gemeenten in one file, which the platform splits.</summary>
    public const string PolitieWeekDistrict = "politie-week-district";

    /// <summary>The table the police publish themselves, by month or year.</summary>
    public const string PolitieOpenData = "politie-opendata";

    /// <summary>A gemeente's own key figures.</summary>
    public const string GemeenteKerncijfers = "gemeente-kerncijfers";

    /// <summary>The contract under which deliveries of this one are stored and counted.</summary>
    public static string CountsAs(string contract) => contract == PolitieWeekDistrict ? PolitieWeek : contract;
}
