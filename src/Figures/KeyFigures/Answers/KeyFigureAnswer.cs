using System.Text.Json.Serialization;
using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>A key figure of every area of a level; its JSON is that of the API.</summary>
public sealed record KeyFigureAnswer : IAnswer
{
    [JsonPropertyName("gemeente"), JsonConverter(typeof(WrittenArea))]
    public required AreaCode Municipality { get; init; }

    [JsonPropertyName("kengetal"), JsonConverter(typeof(WrittenKeyFigure))]
    public required KeyFigureCode Figure { get; init; }

    [JsonPropertyName("titel")]
    public required string Title { get; init; }

    [JsonPropertyName("eenheid")]
    public required string Unit { get; init; }

    [JsonPropertyName("decimalen")]
    public required int Decimals { get; init; }

    /// <summary><c>optelbaar</c> or <c>gemiddelde</c>; a mean is never summed.</summary>
    [JsonPropertyName("soort"), JsonConverter(typeof(WrittenAdding))]
    public required Adding Adding { get; init; }

    [JsonPropertyName("niveau"), JsonConverter(typeof(WrittenLevel))]
    public required AreaLevel Level { get; init; }

    [JsonPropertyName("periode"), JsonConverter(typeof(WrittenPeriod))]
    public required KeyFigurePeriod Period { get; init; }

    [JsonPropertyName("indelingsjaar")]
    public required int BoundaryYear { get; init; }

    /// <summary>The gemeente's data version the answer was made from.</summary>
    [JsonPropertyName("versie")]
    public required long Version { get; init; }

    /// <summary>The version of the public figures it was made from.</summary>
    [JsonPropertyName("versieOpenbaar")]
    public required long PublicVersion { get; init; }

    [JsonPropertyName("ring"), JsonConverter(typeof(WrittenRing))]
    public required Ring Ring { get; init; }

    [JsonPropertyName("bron")]
    public required string Source { get; init; }

    [JsonPropertyName("grondslag")]
    public required string LegalBasis { get; init; }

    /// <summary>How many rows are not known.</summary>
    [JsonPropertyName("nietBekend")]
    public required int NotKnown { get; init; }

    /// <summary>What a reader must know beside the figures, in Dutch.</summary>
    [JsonPropertyName("opmerkingen")]
    public required IReadOnlyList<string> Remarks { get; init; }

    /// <summary>Every area of the level within the area asked for, ordered by code.</summary>
    [JsonPropertyName("rijen")]
    public required IReadOnlyList<KeyFigureRow> Rows { get; init; }
}

/// <summary>A key figure of one area: known, zero, or not known.</summary>
/// <param name="Area">The area.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">The number; null when it is not known, which is not zero.</param>
/// <param name="Sign"><c>.</c> when it is not known, <c>x</c> below the threshold, null otherwise.</param>
/// <param name="IsSum">Whether it was added up from finer areas.</param>
public sealed record KeyFigureRow(
    [property: JsonPropertyName("gebied"), JsonConverter(typeof(WrittenArea))] AreaCode Area,
    [property: JsonPropertyName("naam")] string Name,
    [property: JsonPropertyName("waarde"), JsonConverter(typeof(TwoDecimals))] double? Value,
    [property: JsonPropertyName("teken")] string? Sign,
    [property: JsonPropertyName("opgeteld")] bool IsSum);
