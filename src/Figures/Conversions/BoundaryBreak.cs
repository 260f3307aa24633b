using System.Text.Json.Serialization;

namespace Twente.Igw.Figures;

/// <summary>From this week on figures were delivered on other boundaries than before.</summary>
/// <param name="Week">The first week on them.</param>
/// <param name="BoundaryYear">Their year.</param>
/// <param name="Text">What that means for the figures, in Dutch.</param>
public sealed record BoundaryBreak(
    [property: JsonPropertyName("week"), JsonConverter(typeof(WrittenWeek))] IsoWeek Week,
    [property: JsonPropertyName("indelingsjaar")] int BoundaryYear,
    [property: JsonPropertyName("tekst")] string Text)
{
    /// <summary>What stands at the line: <c>nieuwe indeling 2025</c>.</summary>
    [JsonIgnore]
    public string Label => $"nieuwe indeling {BoundaryYear}";
}

/// <summary>Weeks of an answer that were delivered on another boundary year and converted to its own.</summary>
/// <param name="BoundaryYear">The year they were delivered on.</param>
/// <param name="Weeks">The weeks, ascending.</param>
public sealed record ConvertedWeeks(
    [property: JsonPropertyName("indelingsjaar")] int BoundaryYear,
    [property: JsonPropertyName("weken"), JsonConverter(typeof(WrittenWeeks))] IReadOnlyList<IsoWeek> Weeks);
