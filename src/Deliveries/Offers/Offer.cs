using System.Text.Json;

namespace Twente.Igw.Deliveries;

/// <summary>A file that a supplier had checked and has not delivered yet. No delivery: nothing of it counts.</summary>
public sealed record Offer
{
    public required Guid Id { get; init; }

    public required string Supplier { get; init; }

    /// <summary>The contract of the agreement it was offered under.</summary>
    public required string Contract { get; init; }

    public required string FileName { get; init; }

    public required long Bytes { get; init; }

    /// <summary>Lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime OfferedAt { get; init; }

    /// <summary>What would become of it.</summary>
    public required OfferCheck Check { get; init; }

    internal string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    internal static Offer Read(string json) => JsonSerializer.Deserialize<Offer>(json, JsonSerializerOptions.Web)
        ?? throw new JsonException("There is no offer in this text.");
}

/// <summary>What would become of an offered file if it were delivered at the moment of the check.</summary>
public sealed record OfferCheck
{
    /// <summary>Accepted, held or refused; accepted says nothing of a file that was not read.</summary>
    public required DeliveryState State { get; init; }

    public required long Rows { get; init; }

    public required long Sum { get; init; }

    /// <summary>All findings, also those beyond the 1,000 that are kept.</summary>
    public required long FindingCount { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Empty where the contract does not count in weeks.</summary>
    public IReadOnlyList<OfferedWeek> Weeks { get; init; } = [];

    /// <summary>The delivery it would repeat without effect, or null.</summary>
    public long? Repeats { get; init; }

    /// <summary>Codes of the gemeenten a file for several of them has rows of; empty for a file of one.</summary>
    public IReadOnlyList<string> Municipalities { get; init; } = [];

    /// <summary>It holds what may not stay here, and is gone already: it cannot be delivered.</summary>
    public bool IsGone { get; init; }

    /// <summary>Nobody can say yet whether it is harmful, so it was not read; it is checked once it is delivered.
    /// </summary>
    public bool IsUnread { get; init; }

    internal static OfferCheck Unread { get; } = new()
    {
        State = DeliveryState.Accepted, Rows = 0, Sum = 0, FindingCount = 0, Findings = [], IsUnread = true,
    };

    internal static OfferCheck Harmful(string what) => new()
    {
        State = DeliveryState.Refused, Rows = 0, Sum = 0, FindingCount = 1, IsGone = true,
        Findings = [Finding.OfFile(FindingCode.MalwareFound, what)],
    };
}

/// <summary>A week of an offered file beside what the same supplier delivered of it before.</summary>
/// <param name="Week">ISO 8601, <c>2025-W07</c>.</param>
/// <param name="Old">Sum of what counts now of this supplier; null when it delivered nothing of this week.</param>
/// <param name="New">Sum in the file.</param>
/// <param name="Counts">False when a newer delivery of this supplier counts for this week.</param>
public sealed record OfferedWeek(string Week, long? Old, long New, bool Counts);
