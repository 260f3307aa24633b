using System.Text.Json;
using System.Text.Json.Serialization;

namespace Twente.Igw.Regional;

/// <summary>
/// What a gemeente tells the region. Written into her own outbox with the decision it follows from, and applied here
/// once, however often it arrives.
/// </summary>
[JsonDerivedType(typeof(Accepted), "accepted")]
[JsonDerivedType(typeof(Delivered), "delivered")]
[JsonDerivedType(typeof(Approved), "approved")]
[JsonDerivedType(typeof(Published), "published")]
[JsonDerivedType(typeof(Ended), "ended")]
public abstract record RegionalMessage
{
    private RegionalMessage()
    {
    }

    public string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Default);

    /// <exception cref="JsonException">It is no message.</exception>
    public static RegionalMessage Read(string text) =>
        JsonSerializer.Deserialize<RegionalMessage>(text, JsonSerializerOptions.Default)
        ?? throw new JsonException("The message is empty.");

    /// <summary>She accepts the model agreement, or accepts it otherwise than before.</summary>
    public sealed record Accepted(
        string Name, int ModelVersion, string From, RegionalLevels Levels, RegionalUnits Units, string[] Excluded,
        string ApproverRole, string Reason, DateTime At) : RegionalMessage;

    /// <summary>Every week of a month was delivered to her.</summary>
    public sealed record Delivered(string Month, DateTime At) : RegionalMessage;

    /// <summary>A month was approved and waits for the agreed day; without a moment: no longer.</summary>
    public sealed record Approved(string Month, DateTime? At) : RegionalMessage;

    /// <summary>What she publishes from now on: cells that are new or corrected.</summary>
    public sealed record Published(
        string Month, int BoundaryYear, int ModelVersion, string Note, string ApproverRole, DateTime ApprovedAt,
        string Cells) : RegionalMessage;

    /// <summary>She withdraws: everything of hers goes at once.</summary>
    public sealed record Ended(DateTime At) : RegionalMessage;
}
