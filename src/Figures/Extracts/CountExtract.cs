using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>
/// Every count of a gemeente at one version, for her own analysis: one row per week, area and class, as it was
/// delivered. What is not there is zero in a week that was delivered.
/// </summary>
public sealed record CountExtract : IAnswer
{
    public required AreaCode Municipality { get; init; }

    /// <summary>The data version it was made from.</summary>
    public required long Version { get; init; }

    /// <summary>The newest week that counts; null before the first delivery.</summary>
    public required IsoWeek? Stand { get; init; }

    public required string Source { get; init; }

    public required Ring Ring { get; init; }

    /// <summary>Whether classes are in it that are exact only with a second permission.</summary>
    public required bool HasSensitive { get; init; }

    /// <summary>Two extracts with the same stamp hold the same rows.</summary>
    public required string Stamp { get; init; }

    /// <summary>The rows, by week, area and class; made while they are read.</summary>
    public required IEnumerable<ExtractedCount> Rows { get; init; }
}

/// <summary>A count of an extract.</summary>
/// <param name="Week">The week.</param>
/// <param name="BoundaryYear">On whose boundaries it was delivered.</param>
/// <param name="Area">Code of the neighbourhood; of the municipality where the place is unknown.</param>
/// <param name="Name">Its name; empty where these boundaries do not hold the code.</param>
/// <param name="Class">What was counted.</param>
/// <param name="Count">How many; never zero.</param>
public sealed record ExtractedCount(
    IsoWeek Week, int BoundaryYear, string Area, string Name, Category Class, int Count);
