using Twente.Igw.Areas;

namespace Twente.Igw.Web.Drawings;

/// <summary>What a choropleth shows.</summary>
internal sealed record ChoroplethMap
{
    /// <summary>One municipality, or all of a region.</summary>
    public required IReadOnlyList<MunicipalityBoundaries> Boundaries { get; init; }

    /// <summary>The level of the areas: neighbourhoods, districts, or the municipalities of a region.</summary>
    public AreaLevel Level { get; init; } = AreaLevel.Neighbourhood;

    /// <summary>The areas as in the list beside the map. One that is missing here is drawn hatched.</summary>
    public required IReadOnlyList<ShadedArea> Areas { get; init; }

    public required ClassScale Scale { get; init; }

    /// <summary>How many of the first areas carry their number on the map; 0 where there is no ranking.</summary>
    public int Numbered { get; init; } = 5;

    /// <summary>The area a page is about; drawn with a heavy edge.</summary>
    public AreaCode? Chosen { get; init; }

    /// <summary>What is coloured.</summary>
    public IEnumerable<AreaBoundary> Shapes => Boundaries.SelectMany(b => b.At(Level));

    /// <summary>The borders that are drawn over it.</summary>
    public IEnumerable<AreaBoundary> Borders =>
        Boundaries.SelectMany(b => Level == AreaLevel.Neighbourhood ? b.Districts : [b.Outline]);

    /// <summary>The land that is drawn.</summary>
    public Extent Extent => new(
        Boundaries.Min(b => b.Extent.MinX), Boundaries.Min(b => b.Extent.MinY),
        Boundaries.Max(b => b.Extent.MaxX), Boundaries.Max(b => b.Extent.MaxY));
}
