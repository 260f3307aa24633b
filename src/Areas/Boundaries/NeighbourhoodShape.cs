using System.Buffers.Binary;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.IO;
using NetTopologySuite.Precision;

namespace Twente.Igw.Areas;

/// <summary>The border of a neighbourhood as a polygon that is known to be sound, on a grid of centimetres.</summary>
/// <param name="Area">The neighbourhood.</param>
/// <param name="Polygon">A valid polygon or multipolygon.</param>
/// <param name="WasRepaired">Whether the file's own border crossed itself.</param>
internal sealed record NeighbourhoodShape(AreaRecord Area, Geometry Polygon, bool WasRepaired)
{
    /// <summary>Centimetres: finer than any source, and equal points stay equal whatever program wrote them.</summary>
    public static readonly PrecisionModel Grid = new(100);

    // Wide of EPSG:28992's area of use, because municipalities have a part of the sea.
    private static readonly Envelope Netherlands = new(-100_000, 400_000, 200_000, 750_000);

    /// <summary>Reads a border; null, with the reason among the findings, when it is none.</summary>
    public static NeighbourhoodShape? Read(AreaRecord area, byte[]? border, AreaFindings findings)
    {
        var thing = $"grens van {area.Thing}";
        if (border is null || !IsPolygon(border))
        {
            findings.Add(thing, border, "moet een vlak zijn (polygon of multipolygon)");
            return null;
        }
        if (Parse(border) is not { IsEmpty: false } polygon)
        {
            findings.Add(thing, border, "is beschadigd of leeg");
            return null;
        }
        if (polygon.Coordinates.FirstOrDefault(c => !IsInTheNetherlands(c)) is { } stray)
        {
            findings.Add(thing, $"{stray.X:R} {stray.Y:R}", "ligt buiten Nederland in EPSG:28992");
            return null;
        }
        var sound = GeometryPrecisionReducer.ReducePointwise(polygon, Grid);
        var repaired = !sound.IsValid;
        // Where a border crosses itself the repair puts a point, which goes to the grid as well.
        if (repaired)
            sound = GeometryPrecisionReducer.Reduce(GeometryFixer.Fix(sound), Grid);
        if (sound is IPolygonal && !sound.IsEmpty)
            return new NeighbourhoodShape(area, sound, repaired);
        findings.Add(thing, border, "heeft geen oppervlakte");
        return null;
    }

    private static Geometry? Parse(byte[] border)
    {
        try
        {
            return new GeoPackageGeoReader { HandleOrdinates = Ordinates.XY }.Read(border);
        }
        // Which of these a damaged border ends in depends on the byte that is wrong.
        catch (Exception e) when (e is ParseException or ArgumentException or IOException or ArithmeticException
            or InvalidOperationException or IndexOutOfRangeException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>
    /// Looks at the header alone (OGC 12-128, 2.1.3), so that the reader is never given another kind of geometry:
    /// collections can be nested until the stack is full.
    /// </summary>
    private static bool IsPolygon(ReadOnlySpan<byte> border)
    {
        if (border.Length < 8 || !border.StartsWith("GP"u8))
            return false;
        var envelope = ((border[3] >> 1) & 0b111) switch { 0 => 0, 1 => 32, 2 or 3 => 48, 4 => 64, _ => int.MaxValue };
        var wkb = envelope < border.Length - 8 ? border[(8 + envelope)..] : [];
        if (wkb.Length < 5)
            return false;
        var type = wkb[0] == 0
            ? BinaryPrimitives.ReadUInt32BigEndian(wkb[1..])
            : BinaryPrimitives.ReadUInt32LittleEndian(wkb[1..]);
        return (type & 0xFFFF) % 1000 is 3 or 6;
    }

    private static bool IsInTheNetherlands(Coordinate point) =>
        double.IsFinite(point.X) && double.IsFinite(point.Y) && Netherlands.Contains(point);
}
