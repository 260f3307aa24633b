using System.Text.Json.Serialization;
using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>A question for the weekdays and dayparts on which something happens in one area.</summary>
public sealed record MomentsQuestion
{
    public required AreaCode Area { get; init; }

    public required CategoryCode Category { get; init; }

    public required WeekRange Weeks { get; init; }

    public KnownOn? KnownOn { get; init; }

    /// <summary>The boundaries of the area; null for those of the newest counting week of the window.</summary>
    public int? BoundaryYear { get; init; }
}

/// <summary>Counts of one area by weekday and daypart.</summary>
public sealed record MomentsAnswer : IAnswer
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

    [JsonPropertyName("voorlopig")]
    public required bool Provisional { get; init; }

    [JsonPropertyName("ring"), JsonConverter(typeof(WrittenRing))]
    public required Ring Ring { get; init; }

    [JsonPropertyName("weken")]
    public required AnsweredWeeks Weeks { get; init; }

    [JsonPropertyName("bron")]
    public required string Source { get; init; }

    [JsonPropertyName("opmerkingen")]
    public required IReadOnlyList<string> Remarks { get; init; }

    /// <summary>The dayparts of the columns, in order.</summary>
    [JsonPropertyName("dagdelen")]
    public IReadOnlyList<string> Dayparts { get; } = ["nacht", "ochtend", "middag", "avond", "onbekend"];

    /// <summary>Monday to Sunday, then weekday unknown. Null counts when no week of the window counts.</summary>
    [JsonPropertyName("rijen")]
    public required IReadOnlyList<MomentRow> Rows { get; init; }

    /// <summary>The whole table; null when no week of the window counts or only its class is shown.</summary>
    [JsonPropertyName("totaal")]
    public required int? Total { get; init; }

    /// <summary>Class of <see cref="Total"/> where the number is not shown.</summary>
    [JsonPropertyName("totaalKlasse"), JsonConverter(typeof(WrittenClass))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CountClass? TotalClass { get; init; }
}

/// <summary>A weekday.</summary>
/// <param name="Weekday">Its Dutch name, or <c>onbekend</c>.</param>
/// <param name="Counts">Counts in the order of the dayparts.</param>
/// <param name="Total">Their sum; null in ring Lezen, where it would give a count back.</param>
public sealed record MomentRow(
    [property: JsonPropertyName("weekdag")] string Weekday,
    [property: JsonPropertyName("aantallen")] IReadOnlyList<int?> Counts,
    [property: JsonPropertyName("totaal")] int? Total)
{
    /// <summary>Classes beside <see cref="Counts"/>, null where the number is shown; in ring Lezen only.</summary>
    [JsonPropertyName("klassen"), JsonConverter(typeof(WrittenClasses))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CountClass?>? Classes { get; init; }

    /// <summary>A count as it is shown.</summary>
    public ShownCount Shown(int daypart) => new(Counts[daypart], Classes?[daypart]);
}
