using System.Text.Json.Serialization;
using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>How late registrations come in: what was known some weeks later, of what is known now.</summary>
public sealed record DelayAnswer : IAnswer
{
    [JsonPropertyName("gemeente"), JsonConverter(typeof(WrittenArea))]
    public required AreaCode Municipality { get; init; }

    [JsonPropertyName("versie")]
    public required long Version { get; init; }

    [JsonPropertyName("ring"), JsonConverter(typeof(WrittenRing))]
    public required Ring Ring { get; init; }

    /// <summary>Sensitive classes count nowhere in this answer.</summary>
    [JsonPropertyName("zonderGevoelig")]
    public required bool WithoutSensitive { get; init; }

    /// <summary>The weeks it rests on, in order: settled, and first delivered within a week of their end.</summary>
    [JsonPropertyName("weken"), JsonConverter(typeof(WrittenWeeks))]
    public required IReadOnlyList<IsoWeek> Weeks { get; init; }

    /// <summary>Settled weeks left out because they came later, as with a backfill.</summary>
    [JsonPropertyName("laterGeleverd")]
    public required int DeliveredLater { get; init; }

    /// <summary>After how many weeks each row tells what was known.</summary>
    [JsonPropertyName("naWeken")]
    public required IReadOnlyList<int> After { get; init; }

    /// <summary>Trees, groups and classes with anything in these weeks, in the order of the trees.</summary>
    [JsonPropertyName("rijen")]
    public required IReadOnlyList<DelayRow> Rows { get; init; }
}

/// <summary>One category.</summary>
/// <param name="Category">Its code.</param>
/// <param name="Title">Its Dutch title.</param>
/// <param name="Kind">What it is in its tree.</param>
/// <param name="Final">Count of the weeks together as known now.</param>
/// <param name="Known">The same weeks as known after each number of weeks.</param>
public sealed record DelayRow(
    [property: JsonPropertyName("categorie"), JsonConverter(typeof(WrittenCategory))] CategoryCode Category,
    [property: JsonPropertyName("naam")] string Title,
    [property: JsonIgnore] CategoryKind Kind,
    [property: JsonPropertyName("nu")] int Final,
    [property: JsonPropertyName("bekend")] IReadOnlyList<int> Known)
{
    /// <summary>No share is made of fewer.</summary>
    public const int SmallestBase = 20;

    /// <summary>
    /// Part of the final count known after each number of weeks; above 1 where registrations were taken back since.
    /// Null below <see cref="SmallestBase"/>.
    /// </summary>
    [JsonPropertyName("aandeel")]
    public IReadOnlyList<double>? Shares => Final < SmallestBase
        ? null
        : [.. Known.Select(k => Math.Round((double)k / Final, 4, MidpointRounding.AwayFromZero))];
}
