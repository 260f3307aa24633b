using System.Text.Json.Serialization;
using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>Counts and rates of every area of a level; its JSON is that of the API.</summary>
public sealed record FigureAnswer : IAnswer
{
    [JsonPropertyName("gemeente"), JsonConverter(typeof(WrittenArea))]
    public required AreaCode Municipality { get; init; }

    /// <summary>The boundaries of the rows; below the municipality only weeks delivered on them count.</summary>
    [JsonPropertyName("indelingsjaar")]
    public required int BoundaryYear { get; init; }

    [JsonPropertyName("categorie"), JsonConverter(typeof(WrittenCategory))]
    public required CategoryCode Category { get; init; }

    [JsonPropertyName("niveau"), JsonConverter(typeof(WrittenLevel))]
    public required AreaLevel Level { get; init; }

    [JsonPropertyName("van"), JsonConverter(typeof(WrittenWeek))]
    public required IsoWeek First { get; init; }

    [JsonPropertyName("tot"), JsonConverter(typeof(WrittenWeek))]
    public required IsoWeek Last { get; init; }

    /// <summary>The data version the answer was made from.</summary>
    [JsonPropertyName("versie")]
    public required long Version { get; init; }

    /// <summary>The newest counting week; null while nothing counts.</summary>
    [JsonPropertyName("stand"), JsonConverter(typeof(WrittenWeek))]
    public required IsoWeek? Stand { get; init; }

    /// <summary>The window ends less than four weeks before <see cref="Stand"/>: registrations still come.</summary>
    [JsonPropertyName("voorlopig")]
    public required bool Provisional { get; init; }

    [JsonPropertyName("ring"), JsonConverter(typeof(WrittenRing))]
    public required Ring Ring { get; init; }

    /// <summary>
    /// Counts of the whole gemeente whose neighbourhood is not known, in the same weeks as the rows; null when only its
    /// class is shown, and in ring Lezen for the gemeente as a whole.
    /// </summary>
    [JsonPropertyName("zonderBuurt")]
    public required int? PlaceUnknown { get; init; }

    /// <summary>Class of <see cref="PlaceUnknown"/> where the number is not shown.</summary>
    [JsonPropertyName("zonderBuurtKlasse"), JsonConverter(typeof(WrittenClass))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CountClass? PlaceUnknownClass { get; init; }

    [JsonPropertyName("weken")]
    public required AnsweredWeeks Weeks { get; init; }

    [JsonPropertyName("bron")]
    public required string Source { get; init; }

    /// <summary>What the rate is set against: <c>inwoners</c> or <c>huishoudens</c>; null when none is made.</summary>
    [JsonPropertyName("noemer")]
    public required string? Denominator { get; init; }

    /// <summary>What a reader must know beside the figures, in Dutch.</summary>
    [JsonPropertyName("opmerkingen")]
    public required IReadOnlyList<string> Remarks { get; init; }

    [JsonPropertyName("vergelijking"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ComparedList? Compared { get; init; }

    /// <summary>Every area of the level within the area asked for, ordered by code; also those with zero.</summary>
    [JsonPropertyName("rijen")]
    public required IReadOnlyList<FigureRow> Rows { get; init; }

    /// <summary>The unit of the rate, as titles state it: <c>per 1.000 inwoners in 4 weken</c>.</summary>
    [JsonIgnore]
    public string? Unit => Denominator is null ? null : RateUnit.Of(Denominator, Weeks.Asked);
}

/// <summary>Which weeks an answer rests on: asked = counted + missing + on other boundaries.</summary>
/// <param name="Counted">Weeks in the counts.</param>
/// <param name="Asked">Weeks asked for.</param>
/// <param name="Missing">Weeks never delivered or withdrawn: unknown, not zero.</param>
/// <param name="OtherBoundaries">Weeks on other boundaries, which do not count below the municipality.</param>
public sealed record AnsweredWeeks(
    [property: JsonPropertyName("geleverd")] int Counted,
    [property: JsonPropertyName("gevraagd")] int Asked,
    [property: JsonPropertyName("ontbreekt"), JsonConverter(typeof(WrittenWeeks))] IReadOnlyList<IsoWeek> Missing,
    [property: JsonPropertyName("andereIndeling"), JsonConverter(typeof(WrittenWeeks))]
    IReadOnlyList<IsoWeek> OtherBoundaries)
{
    /// <summary>Of the weeks in the counts, those converted from another boundary year; null for none.</summary>
    [JsonPropertyName("omgerekend"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ConvertedWeeks>? Converted { get; init; }

    internal static AnsweredWeeks Of(WeekCoverage weeks) =>
        new(weeks.Counted, weeks.Asked, weeks.Missing, weeks.OtherBoundaries)
        {
            Converted = weeks.Converted.Count > 0 ? weeks.Converted : null,
        };
}

/// <summary>One area of an answer.</summary>
public sealed record FigureRow
{
    [JsonPropertyName("gebied"), JsonConverter(typeof(WrittenArea))]
    public required AreaCode Area { get; init; }

    [JsonPropertyName("naam")]
    public required string Name { get; init; }

    /// <summary>
    /// Null when no week of the window counts (not known, which is not zero), and when only the class is shown.
    /// </summary>
    [JsonPropertyName("aantal")]
    public required int? Count { get; init; }

    /// <summary>
    /// Between which numbers the count lies, where the number is not shown: <c>1-4</c>, <c>5-9</c>, <c>10-19</c>.
    /// </summary>
    [JsonPropertyName("klasse"), JsonConverter(typeof(WrittenClass))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CountClass? Class { get; init; }

    [JsonPropertyName("inwoners")]
    public required int? Inhabitants { get; init; }

    /// <summary>Per 1,000 of the answer's denominator in the window; null when no rate is made.</summary>
    [JsonPropertyName("per1000"), JsonConverter(typeof(TwoDecimals))]
    public required double? Per1000 { get; init; }

    /// <summary>Lower limit of the rate's 95 % interval.</summary>
    [JsonPropertyName("onder"), JsonConverter(typeof(TwoDecimals))]
    public required double? Lower { get; init; }

    /// <summary>Upper limit of the rate's 95 % interval.</summary>
    [JsonPropertyName("boven"), JsonConverter(typeof(TwoDecimals))]
    public required double? Upper { get; init; }

    /// <summary><c>x</c> shielded, <c>.</c> not known or too little, <c>*</c> provisional, null otherwise.</summary>
    [JsonPropertyName("teken")]
    public required string? Sign { get; init; }

    /// <summary>Incidents of a divided neighbourhood went whole to one of its parts, this area among them.</summary>
    [JsonPropertyName("afgerond"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Rounded { get; init; }

    [JsonPropertyName("vergelijking"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RowComparison? Compared { get; init; }

    /// <summary>The count as it is shown.</summary>
    [JsonIgnore]
    public ShownCount Shown => new(Count, Class);
}
