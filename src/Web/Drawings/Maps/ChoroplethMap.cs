using Twente.Igw.Areas;

namespace Twente.Igw.Web.Drawings;

/// <summary>What a choropleth shows.</summary>
internal sealed record ChoroplethMap
{
    public required MunicipalityBoundaries Boundaries { get; init; }

    /// <summary>The level of the areas: neighbourhoods, or districts.</summary>
    public AreaLevel Level { get; init; } = AreaLevel.Neighbourhood;

    /// <summary>The areas as in the list beside the map. One that is missing here is drawn hatched.</summary>
    public required IReadOnlyList<ShadedArea> Areas { get; init; }

    public required ClassScale Scale { get; init; }

    /// <summary>How many of the first areas carry their number on the map; 0 where there is no ranking.</summary>
    public int Numbered { get; init; } = 5;

    /// <summary>The area a page is about; drawn with a heavy edge.</summary>
    public AreaCode? Chosen { get; init; }
}
