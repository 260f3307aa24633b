namespace Twente.Igw.Deliveries;

/// <summary>
/// A file that came in: the row that makes sure it is dealt with exactly once, whatever process dies when. Its bytes
/// lie in the tenant's incoming folder under <see cref="StoredName"/> and are never written to again.
/// </summary>
internal sealed class Arrival
{
    /// <summary>Counts per tenant from 1; files are dealt with in this order.</summary>
    public required long Number { get; init; }

    public required string Supplier { get; init; }

    public required string FileName { get; init; }

    /// <summary>Where it was found within the drop folder, or null when it came by another door.</summary>
    public string? DropName { get; init; }

    /// <summary>Tells the file from all others that ever had its name there; null on disk.</summary>
    public string? DropTag { get; init; }

    /// <summary>The grant it was uploaded with, or null.</summary>
    public Guid? Grant { get; init; }

    /// <summary>Whether a manifest was found beside it.</summary>
    public bool HasManifest { get; init; }

    public required string StoredName { get; init; }

    public required DateTime FoundAt { get; init; }

    public required string Actor { get; init; }

    public required string Origin { get; init; }

    public ArrivalState State { get; set; }

    /// <summary>Since when it waits because nothing can say whether it is harmful; null when it does not.</summary>
    public DateTime? UnscannedSince { get; set; }

    /// <summary>The delivery it became, or, for a repeat, the one it repeats; null while undecided or lost.</summary>
    public long? Delivery { get; set; }

    public bool IsRepeat { get; set; }

    /// <summary>How often dealing with it failed for a reason that is not the environment's.</summary>
    public int Failures { get; set; }

    public string ManifestName => StoredName + ".manifest.json";
}

/// <summary>How far an arrival is.</summary>
internal enum ArrivalState
{
    /// <summary>Waiting for its turn.</summary>
    Waiting,

    /// <summary>Its outcome is committed; original and receipt may not yet be in their place.</summary>
    Decided,

    /// <summary>Done: original filed, receipt written.</summary>
    Settled,

    /// <summary>The file was gone before it could be taken.</summary>
    Lost,
}
