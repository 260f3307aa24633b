using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace Twente.Igw.Areas;

/// <summary>How much ground a neighbourhood shares with one of another boundary year.</summary>
/// <param name="From">The earlier neighbourhood.</param>
/// <param name="To">The later one.</param>
/// <param name="OfFrom">The part of the first that lies in the second, 0 to 1.</param>
/// <param name="OfTo">The part of the second that lies in the first.</param>
internal readonly record struct Overlap(AreaCode From, AreaCode To, double OfFrom, double OfTo);

/// <summary>
/// Measures overlap on the borders that maps are drawn with. They are simplified, so slivers are to be expected and
/// are for the caller to leave out.
/// </summary>
internal static class MeasureOverlap
{
    private static readonly GeometryFactory Shapes = new(NeighbourhoodShape.Grid, 28992);

    public static IEnumerable<Overlap> Of(MunicipalityBoundaries from, MunicipalityBoundaries to)
    {
        var later = to.Neighbourhoods.Select(b => (b.Code, Shape: Shape(b))).ToList();
        foreach (var border in from.Neighbourhoods)
        {
            var shape = Shape(border);
            foreach (var (code, other) in later)
                if (shape.EnvelopeInternal.Intersects(other.EnvelopeInternal)
                    && OverlayNGRobust.Overlay(shape, other, SpatialFunction.Intersection).Area is > 0 and var shared)
                    yield return new Overlap(border.Code, code, shared / shape.Area, shared / other.Area);
        }
    }

    /// <summary>What lies inside an odd number of rings.</summary>
    private static Geometry Shape(AreaBoundary border)
    {
        Geometry shape = Shapes.CreatePolygon();
        foreach (var ring in border.Rings.Where(r => r.Length > 3))
        {
            var polygon = Shapes.CreatePolygon([.. ring.Select(p => new Coordinate(p.X, p.Y))]);
            shape = OverlayNGRobust.Overlay(
                shape, polygon.IsValid ? polygon : GeometryFixer.Fix(polygon), SpatialFunction.SymDifference);
        }
        return shape;
    }
}
