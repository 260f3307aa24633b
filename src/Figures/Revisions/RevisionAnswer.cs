using System.Text.Json.Serialization;
using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>What a delivery changed in the figures when it began to count; its JSON is that of the API.</summary>
public sealed record RevisionAnswer : IAnswer
{
    [JsonPropertyName("gemeente"), JsonConverter(typeof(WrittenArea))]
    public required AreaCode Municipality { get; init; }

    [JsonPropertyName("levering")]
    public required long Delivery { get; init; }

    /// <summary>The data version from which it counted.</summary>
    [JsonPropertyName("versie")]
    public required long Version { get; init; }

    /// <summary>When that version began, in UTC.</summary>
    [JsonPropertyName("sinds")]
    public required DateTime At { get; init; }

    [JsonPropertyName("ring"), JsonConverter(typeof(WrittenRing))]
    public required Ring Ring { get; init; }

    /// <summary>Sensitive classes count nowhere in this answer.</summary>
    [JsonPropertyName("zonderGevoelig")]
    public required bool WithoutSensitive { get; init; }

    /// <summary>Every week it counted for then, in order; also those it left as they were.</summary>
    [JsonPropertyName("weken")]
    public required IReadOnlyList<RevisedWeek> Weeks { get; init; }

    /// <summary>Trees, groups and classes with anything in these weeks, in the order of the trees.</summary>
    [JsonPropertyName("categorieen")]
    public required IReadOnlyList<RevisedCategory> Categories { get; init; }

    /// <summary>Neighbourhoods with anything in these weeks, by code; first what has no neighbourhood.</summary>
    [JsonPropertyName("gebieden")]
    public required IReadOnlyList<RevisedArea> Areas { get; init; }
}

/// <summary>A count as it was and as it became in weeks that had been delivered, and what is in new ones.</summary>
/// <param name="Was">In weeks that counted before, as known until then.</param>
/// <param name="Became">In the same weeks, from then on.</param>
/// <param name="New">In weeks that did not count before: nothing to compare with.</param>
public readonly record struct Revised(
    [property: JsonPropertyName("was")] int Was, [property: JsonPropertyName("werd")] int Became,
    [property: JsonPropertyName("nieuw")] int New)
{
    [JsonPropertyName("verschil")]
    public int Difference => Became - Was;

    [JsonIgnore]
    public bool IsNothing => Was == 0 && Became == 0 && New == 0;

    public static Revised operator +(Revised left, Revised right) =>
        new(left.Was + right.Was, left.Became + right.Became, left.New + right.New);
}

/// <summary>A week that a delivery counted for.</summary>
/// <param name="Week">The week.</param>
/// <param name="IsNew">It did not count before.</param>
/// <param name="Offences">Misdrijven.</param>
/// <param name="Incidents">Overlast.</param>
public sealed record RevisedWeek(
    [property: JsonPropertyName("week"), JsonConverter(typeof(WrittenWeek))] IsoWeek Week,
    [property: JsonPropertyName("nieuwe")] bool IsNew,
    [property: JsonPropertyName("misdrijven")] Revised Offences,
    [property: JsonPropertyName("overlast")] Revised Incidents);

/// <summary>A category over all weeks of the delivery.</summary>
/// <param name="Category">Its code.</param>
/// <param name="Title">Its Dutch title.</param>
/// <param name="Kind">What it is in its tree.</param>
/// <param name="Counts">The counts.</param>
public sealed record RevisedCategory(
    [property: JsonPropertyName("categorie"), JsonConverter(typeof(WrittenCategory))] CategoryCode Category,
    [property: JsonPropertyName("naam")] string Title,
    [property: JsonIgnore] CategoryKind Kind,
    [property: JsonPropertyName("aantallen")] Revised Counts);

/// <summary>A neighbourhood over all weeks of the delivery.</summary>
/// <param name="Area">The neighbourhood; the municipality for what has none.</param>
/// <param name="Name">Its name; its code when its boundaries are not loaded.</param>
/// <param name="Offences">Misdrijven.</param>
/// <param name="Incidents">Overlast.</param>
public sealed record RevisedArea(
    [property: JsonPropertyName("gebied"), JsonConverter(typeof(WrittenArea))] AreaCode Area,
    [property: JsonPropertyName("naam")] string Name,
    [property: JsonPropertyName("misdrijven")] Revised Offences,
    [property: JsonPropertyName("overlast")] Revised Incidents);
