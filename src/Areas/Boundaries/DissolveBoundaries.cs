using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace Twente.Igw.Areas;

/// <summary>Draws one border around districts: what lies between them goes, the outside keeps its points.</summary>
internal static class DissolveBoundaries
{
    private static readonly GeometryFactory Factory = new(NeighbourhoodShape.Grid);

    /// <param name="code">The area that the districts make together.</param>
    /// <param name="districts">Their borders.</param>
    public static AreaBoundary Execute(AreaCode code, IReadOnlyList<AreaBoundary> districts)
    {
        if (districts is [var only])
            return only with { Code = code };
        var whole = UnaryUnionNG.Union(
            Factory.BuildGeometry(districts.Select(Shape).ToArray()), NeighbourhoodShape.Grid);
        var polygons = Enumerable.Range(0, whole.NumGeometries).Select(whole.GetGeometryN).OfType<Polygon>();
        return new AreaBoundary(
            code,
            [
                .. polygons.SelectMany(p => p.Holes.Prepend(p.Shell))
                    .Select(r => r.Coordinates.Select(c => (c.X, c.Y)).ToArray()),
            ]);
    }

    /// <summary>What lies inside an odd number of rings belongs to the area, as when it is drawn.</summary>
    private static Geometry Shape(AreaBoundary boundary)
    {
        Geometry shape = Factory.CreatePolygon();
        foreach (var ring in boundary.Rings)
            shape = OverlayNG.Overlay(
                shape, Factory.CreatePolygon([.. ring.Select(p => new Coordinate(p.X, p.Y))]),
                SpatialFunction.SymDifference, NeighbourhoodShape.Grid);
        return shape;
    }
}
