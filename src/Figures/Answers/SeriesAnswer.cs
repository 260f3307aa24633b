using System.Text.Json.Serialization;
using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>A question for one area's counts week by week, with the same weeks of earlier years beside them.</summary>
public sealed record SeriesQuestion
{
    public required AreaCode Area { get; init; }

    public required CategoryCode Category { get; init; }

    public required WeekRange Weeks { get; init; }

    /// <summary>Earlier years beside it, 0 to 5; each year is 52 weeks.</summary>
    public int EarlierYears { get; init; } = 3;

    public KnownOn? KnownOn { get; init; }

    /// <summary>The boundaries of the area; null for those of the newest counting week of the window.</summary>
    public int? BoundaryYear { get; init; }
}

/// <summary>Counts of one area per week.</summary>
public sealed record SeriesAnswer : IAnswer
{
    [JsonPropertyName("gemeente"), JsonConverter(typeof(WrittenArea))]
    public required AreaCode Municipality { get; init; }

    [JsonPropertyName("gebied"), JsonConverter(typeof(WrittenArea))]
    public required AreaCode Area { get; init; }

    [JsonPropertyName("naam")]
    public required string Name { get; init; }

    [JsonPropertyName("indelingsjaar")]
    public required int BoundaryYear { get; init; }

    [JsonPropertyName("categorie"), JsonConverter(typeof(WrittenCategory))]
    public required CategoryCode Category { get; init; }

    [JsonPropertyName("van"), JsonConverter(typeof(WrittenWeek))]
    public required IsoWeek First { get; init; }

    [JsonPropertyName("tot"), JsonConverter(typeof(WrittenWeek))]
    public required IsoWeek Last { get; init; }

    [JsonPropertyName("versie")]
    public required long Version { get; init; }

    [JsonPropertyName("stand"), JsonConverter(typeof(WrittenWeek))]
    public required IsoWeek? Stand { get; init; }

    [JsonPropertyName("ring"), JsonConverter(typeof(WrittenRing))]
    public required Ring Ring { get; init; }

    [JsonPropertyName("weken")]
    public required AnsweredWeeks Weeks { get; init; }

    [JsonPropertyName("bron")]
    public required string Source { get; init; }

    [JsonPropertyName("opmerkingen")]
    public required IReadOnlyList<string> Remarks { get; init; }

    /// <summary>Where the boundaries change within the weeks; null when they do not.</summary>
    [JsonPropertyName("indelingsbreuken"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<BoundaryBreak>? BoundaryBreaks { get; init; }

    /// <summary>One point per week, oldest first.</summary>
    [JsonPropertyName("punten")]
    public required IReadOnlyList<SeriesPoint> Points { get; init; }
}

/// <summary>One week of a series.</summary>
/// <param name="Week">The week.</param>
/// <param name="Count">Its count; null when not delivered (on these boundaries) or only its class is shown.</param>
/// <param name="Sign"><c>.</c> not delivered, <c>*</c> provisional, null otherwise.</param>
/// <param name="Earlier">Counts 52, 104, … weeks earlier; null where not delivered.</param>
public sealed record SeriesPoint(
    [property: JsonPropertyName("week"), JsonConverter(typeof(WrittenWeek))] IsoWeek Week,
    [property: JsonPropertyName("aantal")] int? Count,
    [property: JsonPropertyName("teken")] string? Sign,
    [property: JsonPropertyName("eerder")] IReadOnlyList<int?> Earlier)
{
    /// <summary>Class of the count where the number is not shown.</summary>
    [JsonPropertyName("klasse"), JsonConverter(typeof(WrittenClass))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CountClass? Class { get; init; }

    /// <summary>Classes beside <see cref="Earlier"/>, null where the number is shown; in ring Lezen only.</summary>
    [JsonPropertyName("eerderKlassen"), JsonConverter(typeof(WrittenClasses))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CountClass?>? EarlierClasses { get; init; }

    /// <summary>The count as it is shown.</summary>
    [JsonIgnore]
    public ShownCount Shown => new(Count, Class);

    /// <summary>An earlier count as it is shown; 0 is the nearest year.</summary>
    public ShownCount ShownEarlier(int year) => new(Earlier[year], EarlierClasses?[year]);
}
