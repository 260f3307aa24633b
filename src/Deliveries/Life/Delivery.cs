namespace Twente.Igw.Deliveries;

/// <summary>One file a supplier delivered, and what became of it.</summary>
internal sealed class Delivery
{
    /// <summary>Counts per tenant from 1, in the order of arrival.</summary>
    public required long Number { get; init; }

    public required string Supplier { get; init; }

    /// <summary>Null when the name names no contract.</summary>
    public string? Contract { get; set; }

    public required string FileName { get; init; }

    /// <summary>The mapping that made it what it is; null for a file in the form of its contract.</summary>
    public string? Mapping { get; set; }

    public int? MappingVersion { get; set; }

    public required long Bytes { get; init; }

    /// <summary>Lower-case hex; empty for a file that was refused before it was read.</summary>
    public required string Sha256 { get; init; }

    /// <summary>First and last week as <c>year × 100 + week</c>; null when the name does not say.</summary>
    public int? FirstWeek { get; set; }

    public int? LastWeek { get; set; }

    /// <summary>Orders deliveries of a feed by its agreement's key; ties are broken by <see cref="Sha256"/>.</summary>
    public long OrderKey { get; set; }

    public required DeliveryState State { get; set; }

    public int Rows { get; set; }

    /// <summary>Sum of <c>aantal</c> over all rows.</summary>
    public long Sum { get; set; }

    /// <summary>All findings, also those beyond the 1,000 that are kept.</summary>
    public int FindingCount { get; set; }

    public required DateTime ReceivedAt { get; init; }

    public DateTime? DecidedAt { get; set; }

    public string DecidedBy { get; set; } = "";

    /// <summary>Why it was withdrawn, accepted or refused by a person; empty otherwise.</summary>
    public string Reason { get; set; } = "";

    /// <summary>When its supplier asked to take it back; null when it did not.</summary>
    public DateTime? WithdrawalAskedAt { get; set; }

    /// <summary>Why its supplier asked that.</summary>
    public string? WithdrawalReason { get; set; }

    /// <summary>Where the original lies: a name within archive or quarantine.</summary>
    public required string StoredName { get; init; }

    public required OriginalPlace StoredIn { get; set; }

    /// <summary>The manifest as it was delivered, or empty.</summary>
    public string Manifest { get; set; } = "";

    /// <summary>The data version from which this delivery's rows counted; null while they never did.</summary>
    public long? CountsFromVersion { get; set; }

    /// <summary>Whether the note beside the original says what this row says.</summary>
    public bool IsNoted { get; set; }
}

/// <summary>Where an original is kept.</summary>
internal enum OriginalPlace
{
    Archive,
    Quarantine,

    /// <summary>With the platform, because the file held another gemeente's rows; no tenant can read it.</summary>
    Platform,

    /// <summary>Destroyed; hash, receipt and reason remain.</summary>
    Gone,
}
