namespace Twente.Igw.Deliveries;

/// <summary>Where a delivery is in its life.</summary>
public enum DeliveryState
{
    /// <summary>Taken out of the drop zone, waiting for its turn.</summary>
    Received,

    /// <summary>Every row counts.</summary>
    Accepted,

    /// <summary>Correct but implausible: waits for an analist while readers keep the last good state.</summary>
    Held,

    /// <summary>No row counts; the findings say why.</summary>
    Refused,

    /// <summary>Was accepted, and taken back with a reason.</summary>
    Withdrawn,

    /// <summary>Past its retention: the original is gone, hash, receipt and reason remain.</summary>
    Destroyed,
}
