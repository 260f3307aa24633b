using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Twente.Igw.Figures;

namespace Twente.Igw.Deliveries;

/// <summary>
/// What lies beside an original and says what became of it: with both, the delivery can be made again when the database
/// is gone.
/// </summary>
internal sealed record DeliveryNote
{
    public const string Suffix = ".levering.json";
    private const int ThisForm = 1;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    [JsonPropertyName("vorm")]
    public int Version { get; init; } = ThisForm;

    [JsonPropertyName("nummer")]
    public required long Number { get; init; }

    [JsonPropertyName("leverancier")]
    public required string Supplier { get; init; }

    [JsonPropertyName("contract")]
    public required string? Contract { get; init; }

    [JsonPropertyName("bestand")]
    public required string FileName { get; init; }

    /// <summary>The mapping that made it what it is; the original says nothing without.</summary>
    [JsonPropertyName("vertaling"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NotedMapping? Mapping { get; init; }

    [JsonPropertyName("bytes")]
    public required long Bytes { get; init; }

    [JsonPropertyName("sha256")]
    public required string Sha256 { get; init; }

    /// <summary>As <c>year × 100 + week</c>; null when the name did not say.</summary>
    [JsonPropertyName("eersteWeek")]
    public required int? FirstWeek { get; init; }

    [JsonPropertyName("laatsteWeek")]
    public required int? LastWeek { get; init; }

    [JsonPropertyName("volgorde")]
    public required long OrderKey { get; init; }

    [JsonPropertyName("stand")]
    public required DeliveryState State { get; init; }

    [JsonPropertyName("rijen")]
    public required int Rows { get; init; }

    [JsonPropertyName("som")]
    public required long Sum { get; init; }

    [JsonPropertyName("ontvangen")]
    public required DateTime ReceivedAt { get; init; }

    [JsonPropertyName("opgeslagenAls")]
    public required string StoredName { get; init; }

    [JsonPropertyName("opgeslagenIn")]
    public required OriginalPlace StoredIn { get; init; }

    [JsonPropertyName("manifest")]
    public required string Manifest { get; init; }

    [JsonPropertyName("teltVanafVersie")]
    public required long? CountsFromVersion { get; init; }

    /// <summary>All that was decided about it, oldest first; the last is what holds.</summary>
    [JsonPropertyName("besluiten")]
    public required IReadOnlyList<NotedDecision> Decisions { get; init; }

    /// <summary>That its supplier asked to take it back; absent when it did not.</summary>
    [JsonPropertyName("intrekkenGevraagd"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NotedRequest? WithdrawalAsked { get; init; }

    /// <summary>What it says of each week, as on its receipt.</summary>
    [JsonPropertyName("weken")]
    public required IReadOnlyList<NotedWeek> Weeks { get; init; }

    /// <summary>From which data versions on it counted for weeks, and from which on nothing did.</summary>
    [JsonPropertyName("telt")]
    public required IReadOnlyList<NotedChange> Counting { get; init; }

    [JsonPropertyName("aantalBevindingen")]
    public required int FindingCount { get; init; }

    [JsonPropertyName("bevindingen")]
    public required IReadOnlyList<NotedFinding> Findings { get; init; }

    /// <summary>Whether its rows are facts: they counted once, and were not destroyed.</summary>
    [JsonIgnore]
    public bool HasFacts => IsWeekly && CountsFromVersion is not null && State != DeliveryState.Destroyed;

    /// <summary>Whether it states whole weeks, whose history its note tells.</summary>
    [JsonIgnore]
    public bool IsWeekly => Contract == ContractName.PolitieWeek;

    /// <summary>Whether it counts now, in a book of its own that its note does not tell of.</summary>
    [JsonIgnore]
    public bool CountsElsewhere => !IsWeekly && State == DeliveryState.Accepted;

    [JsonIgnore]
    public Feed Feed => new(Contract!, Supplier);

    public string ToJson() => JsonSerializer.Serialize(this, Form);

    /// <exception cref="JsonException">It is no note, or one of a newer program.</exception>
    public static DeliveryNote Read(string json) =>
        JsonSerializer.Deserialize<DeliveryNote>(json, Form) is { Version: ThisForm } note
            ? note
            : throw new JsonException($"The note is not of form {ThisForm}.");
}

/// <summary>A version of a mapping, whole.</summary>
internal sealed record NotedMapping(
    [property: JsonPropertyName("naam")] string Name,
    [property: JsonPropertyName("versie")] int Version,
    [property: JsonPropertyName("opgeslagen")] DateTime SavedAt,
    [property: JsonPropertyName("door")] string SavedBy,
    [property: JsonPropertyName("inhoud")] Mapping Content)
{
    public MappingInForce ToMapping() => new(Name, Version, Content);
}

/// <summary>A decision about a delivery.</summary>
internal sealed record NotedDecision(
    [property: JsonPropertyName("stand")] DeliveryState State,
    [property: JsonPropertyName("op")] DateTime? At,
    [property: JsonPropertyName("door")] string By,
    [property: JsonPropertyName("reden")] string Reason,
    [property: JsonPropertyName("opgeslagenIn")] OriginalPlace StoredIn);

/// <summary>What a supplier asked about its delivery.</summary>
internal sealed record NotedRequest(
    [property: JsonPropertyName("op")] DateTime At, [property: JsonPropertyName("reden")] string Reason);

/// <summary>A week of an accepted delivery.</summary>
internal sealed record NotedWeek(
    [property: JsonPropertyName("week")] int Week,
    [property: JsonPropertyName("indelingsjaar")] int BoundaryYear,
    [property: JsonPropertyName("totaal")] long Total,
    [property: JsonPropertyName("verving")] long? Replaced,
    [property: JsonPropertyName("vervingTotaal")] long? ReplacedTotal,
    [property: JsonPropertyName("hadEffect")] bool TookEffect);

/// <summary>What changed at a data version.</summary>
internal sealed record NotedChange(
    [property: JsonPropertyName("versie")] long Version,
    [property: JsonPropertyName("op")] DateTime At,
    [property: JsonPropertyName("weken")] IReadOnlyList<NotedSpan> Weeks,
    [property: JsonPropertyName("nietsMeer")] IReadOnlyList<int> Silent)
{
    public static NotedChange Of(CountingChange change) => new(
        change.Version, change.At,
        [.. change.Counting.Select(c => new NotedSpan(c.Week.Number, c.BoundaryYear))],
        [.. change.Silent.Select(w => w.Number)]);

    public CountingChange ToChange() => new(
        Version, At, [.. Weeks.Select(w => (IsoWeek.FromNumber(w.Week), w.BoundaryYear))],
        [.. Silent.Select(IsoWeek.FromNumber)]);
}

/// <summary>A week that counts, and on which boundaries.</summary>
internal sealed record NotedSpan(
    [property: JsonPropertyName("week")] int Week, [property: JsonPropertyName("indelingsjaar")] int BoundaryYear);

/// <summary>A finding of a delivery.</summary>
internal sealed record NotedFinding(
    [property: JsonPropertyName("regel")] long Line,
    [property: JsonPropertyName("kolom")] int Column,
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("waarde")] string Value,
    [property: JsonPropertyName("uitleg")] string Rule,
    [property: JsonPropertyName("blad")] string Sheet = "");
