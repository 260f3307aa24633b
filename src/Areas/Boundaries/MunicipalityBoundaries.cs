namespace Twente.Igw.Areas;

/// <summary>
/// The borders of a municipality and everything in it, simplified for a map of some 800 pixels. Neighbours share the
/// very same points along their common border, and outlines run over the borders of the neighbourhoods inside.
/// Coordinates are metres in the Rijksdriehoeksstelsel (EPSG:28992): planar, x to the east, y to the north.
/// </summary>
public sealed record MunicipalityBoundaries
{
    public required AreaCode Municipality { get; init; }

    public required int BoundaryYear { get; init; }

    public required Extent Extent { get; init; }

    /// <summary>Every neighbourhood, ordered by code.</summary>
    public required IReadOnlyList<AreaBoundary> Neighbourhoods { get; init; }

    /// <summary>Every district that has neighbourhoods, ordered by code.</summary>
    public required IReadOnlyList<AreaBoundary> Districts { get; init; }

    public required AreaBoundary Outline { get; init; }

    /// <summary>Boroughs of the tenant, each dissolved out of its districts; empty until asked for.</summary>
    public IReadOnlyList<AreaBoundary> Boroughs { get; private init; } = [];

    /// <summary>The same borders with those of a tenant's boroughs.</summary>
    public MunicipalityBoundaries With(MunicipalityAreas areas)
    {
        var districts = Districts.ToLookup(d => areas.BoroughOf(d.Code));
        return areas.Boroughs.Count == 0 ? this : this with
        {
            Boroughs =
            [
                .. areas.Boroughs.Where(b => districts[b.Code].Any())
                    .Select(b => DissolveBoundaries.Execute(b.Code, [.. districts[b.Code]])),
            ],
        };
    }

    /// <summary>The borders of the areas of a level.</summary>
    public IReadOnlyList<AreaBoundary> At(AreaLevel level) => level switch
    {
        AreaLevel.Municipality => [Outline],
        AreaLevel.Borough => Boroughs,
        AreaLevel.District => Districts,
        _ => Neighbourhoods,
    };
}

/// <summary>The border of one area.</summary>
/// <param name="Code">The area.</param>
/// <param name="Rings">
/// Closed rings, the last point equal to the first. Parts and holes are not told apart: what lies inside an odd number
/// of rings belongs to the area (<c>fill-rule="evenodd"</c>).
/// </param>
public sealed record AreaBoundary(AreaCode Code, IReadOnlyList<(double X, double Y)[]> Rings);

/// <summary>The smallest rectangle around an area, in metres.</summary>
public readonly record struct Extent(double MinX, double MinY, double MaxX, double MaxY)
{
    public double Width => MaxX - MinX;

    public double Height => MaxY - MinY;
}
