namespace Twente.Igw.Regional;

/// <summary>The levels that the region publishes.</summary>
[Flags]
public enum RegionalLevels
{
    None = 0,
    Municipality = 1,
    District = 2,
}

/// <summary>The units of time that the region publishes.</summary>
[Flags]
public enum RegionalUnits
{
    None = 0,
    Month = 1,
    Quarter = 2,
    Year = 4,
}

/// <summary>
/// What the gemeenten of the region decided to publish: a decision with versions. Nothing is regional without it, and
/// each gemeente accepts it for herself.
/// </summary>
public sealed record ModelAgreement
{
    /// <summary>From 1.</summary>
    public required int Version { get; init; }

    /// <summary>The first month that is published.</summary>
    public required ReportingPeriod From { get; init; }

    public required RegionalLevels Levels { get; init; }

    public required RegionalUnits Units { get; init; }

    /// <summary>The day of the next month on which a month is published, 1–28.</summary>
    public required int AgreedDay { get; init; }

    /// <summary>The gemeenten of the region, by code.</summary>
    public required IReadOnlyList<string> Members { get; init; }

    /// <summary>In the order in which they are shown: each group, then its classes.</summary>
    public required IReadOnlyList<RegionalCategory> Categories { get; init; }

    /// <summary>What was decided, in words.</summary>
    public required string Text { get; init; }

    /// <summary>When it was decided, in UTC.</summary>
    public required DateTime DecidedAt { get; init; }

    /// <summary>Pseudonymous name of who wrote it down.</summary>
    public required string DecidedBy { get; init; }

    public RegionalCategory? Find(string code) => Categories.FirstOrDefault(c => c.Code == code);

    /// <summary>The day on which a month is published.</summary>
    public DateOnly PublishedOn(ReportingPeriod month) => month.LastDay.AddDays(AgreedDay);
}
