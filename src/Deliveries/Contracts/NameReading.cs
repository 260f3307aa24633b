using Twente.Igw.Areas;
using Twente.Igw.Figures;

namespace Twente.Igw.Deliveries;

/// <summary>What the name of a file says before a byte of it is read, or what is wrong with it.</summary>
internal sealed record NameReading
{
    /// <summary>Why the name is refused, or null.</summary>
    public Finding? Finding { get; init; }

    /// <summary>The gemeente it names; null where files of the contract name none.</summary>
    public AreaCode? Municipality { get; init; }

    /// <summary>The weeks it replaces; null where the contract does not count in weeks.</summary>
    public WeekRange? Weeks { get; init; }

    /// <summary>
    /// A file for several gemeenten: no single one may keep it, so it goes to the platform's quarantine unread.
    /// </summary>
    public bool IsForSeveral { get; init; }

    public static NameReading Wrong(Finding finding) => new() { Finding = finding };
}
