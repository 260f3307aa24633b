using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Twente.Igw.Testing;

/// <summary>
/// A grid of squares of a kilometre whose sides wind a little, each side the same for the squares on both sides of it,
/// so that there is something to simplify and neighbours fit.
/// </summary>
/// <param name="place">Municipality 0, 1, … lie next to each other, 20 km apart, in Twente.</param>
internal sealed class InventedGrid(int place)
{
    private const double Side = 1000;
    private const double Wave = 40;
    private const int PointsPerSide = 50;
    private static readonly GeometryFactory Shapes = new(new PrecisionModel(100), 28992);
    private readonly Coordinate _origin = new(220_000 + 20_000 * (place % 3), 460_000 + 20_000 * (place / 3));

    /// <summary>The area of some columns and rows, in the binary form of a GeoPackage.</summary>
    public byte[] Rectangle(int column, int columns, int row, int rows) => Around(
        column * PointsPerSide, row * PointsPerSide, (column + columns) * PointsPerSide, (row + rows) * PointsPerSide);

    /// <summary>A part of one square, from a share of its height up to another, in fiftieths.</summary>
    public byte[] Slice(int column, int row, int from, int to) => Around(
        column * PointsPerSide, row * PointsPerSide + from, (column + 1) * PointsPerSide, row * PointsPerSide + to);

    private byte[] Around(int left, int bottom, int right, int top)
    {
        List<Coordinate> ring =
        [
            .. Steps(left, right).Select(x => Point(x, bottom)), .. Steps(bottom, top).Select(y => Point(right, y)),
            .. Steps(right, left).Select(x => Point(x, top)), .. Steps(top, bottom).Select(y => Point(left, y)),
        ];
        return Encode(Shapes.CreateMultiPolygon([Shapes.CreatePolygon([.. ring, ring[0].Copy()])]));
    }

    public static byte[] Encode(Geometry geometry)
    {
        geometry.SRID = 28992;
        return new GeoPackageGeoWriter().Write(geometry);
    }

    private static IEnumerable<int> Steps(int from, int to) =>
        from < to ? Enumerable.Range(from, to - from) : Enumerable.Range(to + 1, from - to).Reverse();

    /// <summary>A point on a grid line: horizontal lines wind up and down, vertical ones left and right.</summary>
    private Coordinate Point(int x, int y) => new(
        Math.Round(_origin.X + x * Side / PointsPerSide + Winding(y), 2),
        Math.Round(_origin.Y + y * Side / PointsPerSide + Winding(x), 2));

    /// <summary>Nothing on the corners, where lines meet.</summary>
    private static double Winding(int along) => Wave * Math.Sin(2 * Math.PI * along / PointsPerSide);
}
