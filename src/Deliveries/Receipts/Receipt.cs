using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Twente.Igw.Deliveries;

/// <summary>What a supplier gets back: that the file came in, what it was, and what became of it.</summary>
public sealed record Receipt
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // The file stands on its own and is not put into a page: Dutch letters stay letters.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [JsonPropertyName("nummer")]
    public required long Number { get; init; }

    [JsonPropertyName("leverancier")]
    public required string Supplier { get; init; }

    [JsonPropertyName("contract")]
    public required string? Contract { get; init; }

    [JsonPropertyName("bestand")]
    public required string File { get; init; }

    [JsonPropertyName("bytes")]
    public required long Bytes { get; init; }

    [JsonPropertyName("sha256")]
    public required string Sha256 { get; init; }

    [JsonPropertyName("rijen")]
    public required int Rows { get; init; }

    [JsonPropertyName("som")]
    public required long Sum { get; init; }

    /// <summary>Dutch word for the state.</summary>
    [JsonPropertyName("uitkomst")]
    public required string Outcome { get; init; }

    /// <summary>True when this file was delivered before and had no effect.</summary>
    [JsonPropertyName("herhaling")]
    public required bool IsRepeat { get; init; }

    [JsonPropertyName("ontvangen")]
    public required DateTime ReceivedAt { get; init; }

    [JsonPropertyName("besloten")]
    public required DateTime? DecidedAt { get; init; }

    [JsonPropertyName("weken")]
    public required IReadOnlyList<ReceiptWeek> Weeks { get; init; }

    /// <summary>All findings, also those beyond the 1,000 listed.</summary>
    [JsonPropertyName("aantalBevindingen")]
    public required int FindingCount { get; init; }

    [JsonPropertyName("bevindingen")]
    public required IReadOnlyList<ReceiptFinding> Findings { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Form);
}

/// <summary>A week on a receipt.</summary>
public sealed record ReceiptWeek(
    [property: JsonPropertyName("week")] string Week,
    [property: JsonPropertyName("oud")] long? Old,
    [property: JsonPropertyName("nieuw")] long New,
    [property: JsonPropertyName("telt")] bool Counts);

/// <summary>A finding on a receipt.</summary>
public sealed record ReceiptFinding(
    [property: JsonPropertyName("regel")] long Line,
    [property: JsonPropertyName("kolom")] int Column,
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("waarde")] string Value,
    [property: JsonPropertyName("uitleg")] string Rule)
{
    /// <summary>The sheet of a workbook; absent for CSV.</summary>
    [JsonPropertyName("blad"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Sheet { get; init; }
}
