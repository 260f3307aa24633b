using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using CoverageUnion = NetTopologySuite.Coverage.CoverageUnion;

namespace Twente.Igw.Areas;

/// <summary>Simplified boundaries, and what in the source did not fit.</summary>
internal sealed record DrawnBoundaries(MunicipalityBoundaries Boundaries, IReadOnlyList<string> Remarks);

/// <summary>Simplifies a municipality's neighbourhoods as one coverage and derives outlines from the result.</summary>
internal static class DrawBoundaries
{
    /// <summary>
    /// Metres. A point goes when the triangle it makes with its neighbours is smaller than this squared
    /// (Visvalingam-Whyatt). Twente keeps a quarter of its points, and a municipality is 6 to 23 km wide, so that a
    /// change is about a pixel on a map of 800.
    /// </summary>
    public const double Tolerance = 16;

    public static DrawnBoundaries Execute(int year, AreaCode municipality, IReadOnlyList<NeighbourhoodShape> shapes)
    {
        var remarks = new List<string>();
        if (shapes.Count(s => s.WasRepaired) is > 0 and var repaired)
            remarks.Add($"{municipality}: {repaired} buurtgrenzen kruisten zichzelf en zijn hersteld.");
        Geometry[] source = [.. shapes.Select(s => s.Polygon)];
        if (Gaps(Union(source)) is > 0 and var gaps)
            remarks.Add($"{municipality}: {gaps} kieren tussen buurten zijn in de omtrek gedicht.");
        var simplified = Simplify(municipality, source, remarks);
        var parts = shapes.Select((s, i) => (s.Area.Code, Polygon: simplified[i])).ToList();
        var outline = Outline(simplified);
        var extent = outline.EnvelopeInternal;
        return new DrawnBoundaries(
            new MunicipalityBoundaries
            {
                Municipality = municipality,
                BoundaryYear = year,
                Extent = new Extent(extent.MinX, extent.MinY, extent.MaxX, extent.MaxY),
                Neighbourhoods = [.. parts.Select(p => Boundary(p.Code, p.Polygon))],
                Districts = [.. parts.GroupBy(p => p.Code.District, p => p.Polygon)
                    .OrderBy(d => d.Key.Code, StringComparer.Ordinal)
                    .Select(d => Boundary(d.Key, Outline([.. d])))],
                Outline = Boundary(municipality, outline),
            },
            remarks);
    }

    private static Geometry[] Simplify(AreaCode municipality, Geometry[] coverage, List<string> remarks)
    {
        var misfits = CoverageValidator.Validate(coverage).Count(wrong => wrong is { IsEmpty: false });
        if (misfits > 0)
            remarks.Add($"{municipality}: {misfits} buurten sluiten in de bron niet precies aan op hun buren.");
        var simplified = CoverageSimplifier.Simplify(coverage, Tolerance);
        // A coverage stays a coverage. Where the source is none, its borders are simplified each for itself.
        return simplified.All(s => s is { IsValid: true, IsEmpty: false })
            && (misfits > 0 || CoverageValidator.IsValid(simplified))
            ? simplified
            : coverage;
    }

    /// <summary>
    /// The outline around areas. A hole of less than a triangle that simplifying removes is a gap between areas, not
    /// an enclave, and is closed.
    /// </summary>
    private static MultiPolygon Outline(Geometry[] parts)
    {
        var outline = Union(parts);
        var closed = Polygons(outline)
            .Select(p => p.Factory.CreatePolygon(p.Shell, [.. p.Holes.Where(hole => !IsGap(hole))]));
        return outline.Factory.CreateMultiPolygon([.. closed]);
    }

    private static int Gaps(Geometry outline) => Polygons(outline).SelectMany(p => p.Holes).Count(IsGap);

    private static bool IsGap(LinearRing hole) => hole.Factory.CreatePolygon(hole).Area < Tolerance * Tolerance;

    private static Geometry Union(Geometry[] parts)
    {
        if (CoverageValidator.IsValid(parts) && CoverageUnion.Union(parts) is { IsValid: true } union)
            return union;
        // Areas that overlap or miss each other are no coverage and are added up the slow way, on the same grid.
        var all = parts[0].Factory.BuildGeometry(parts);
        return UnaryUnionNG.Union(all, NeighbourhoodShape.Grid);
    }

    private static AreaBoundary Boundary(AreaCode code, Geometry area)
    {
        var rings = Polygons(area).SelectMany(p => p.Holes.Prepend(p.Shell));
        return new AreaBoundary(code, [.. rings.Select(r => r.Coordinates.Select(c => (c.X, c.Y)).ToArray())]);
    }

    private static IEnumerable<Polygon> Polygons(Geometry area) =>
        Enumerable.Range(0, area.NumGeometries).Select(area.GetGeometryN).OfType<Polygon>();
}
