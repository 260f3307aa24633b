using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;
using NetTopologySuite.Triangulate;

namespace Twente.Igw.Web.Demo;

/// <summary>
/// Draws a border around every site as a relaxed Voronoi diagram with winding borders. Neighbours share the very same
/// points, so that the whole is a coverage without gaps or overlaps.
/// </summary>
internal static class DrawCells
{
    private const int Relaxations = 2;
    private static readonly Envelope Around = new(190_000, 300_000, 430_000, 530_000);
    private static readonly GeometryFactory Shapes = new(new PrecisionModel(100), 28992);

    /// <summary>The cells of the sites that belong to a gemeente, in the order of the sites.</summary>
    public static IReadOnlyList<Polygon> Execute(IReadOnlyList<Site> sites, int seed)
    {
        Coordinate[] points = [.. sites.Select(s => s.Point)];
        for (var round = 0; round < Relaxations; round++)
        {
            var centres = Diagram(points).Select(cell => cell.Centroid.Coordinate).ToArray();
            // Half way: towns stay denser than the land around them.
            points = [.. points.Zip(centres, (p, c) => new Coordinate((p.X + c.X) / 2, (p.Y + c.Y) / 2))];
        }
        var own = sites.Count(s => s.Municipality is not null);
        var straight = Diagram(points).Take(own).Select(cell => cell.ExteriorRing.Coordinates).ToList();
        for (var winding = 0.13; winding > 0.01; winding /= 2)
        {
            var borders = new WindingBorders(seed, winding);
            Polygon[] cells = [.. straight.Select(ring => Shapes.CreatePolygon([.. borders.Along(ring)]))];
            // Where a sharp corner makes two borders cross, all wind less.
            if (cells.All(c => c.IsValid) && CoverageValidator.IsValid(cells))
                return cells;
        }
        throw new InvalidOperationException($"No coverage could be drawn with seed {seed}.");
    }

    private static Polygon[] Diagram(Coordinate[] points)
    {
        var builder = new VoronoiDiagramBuilder { ClipEnvelope = Around };
        builder.SetSites(points);
        var cells = builder.GetDiagram(Shapes).Cast<Polygon>().ToDictionary(cell => (Coordinate)cell.UserData);
        return [.. points.Select(p => cells[p])];
    }
}

/// <summary>
/// Makes straight borders wind by displacing middles again and again. What happens to a border depends on its two ends
/// alone, so both neighbours get the same.
/// </summary>
/// <param name="seed">Seed of the demo.</param>
/// <param name="winding">Largest displacement, as a share of the border's length.</param>
internal sealed class WindingBorders(int seed, double winding)
{
    private const double Shortest = 220;

    public IEnumerable<Coordinate> Along(Coordinate[] ring)
    {
        Coordinate[] corners = [.. ring.Select(c => Rounded(c.X, c.Y))];
        for (var i = 0; i + 1 < corners.Length; i++)
        {
            var (from, to) = (corners[i], corners[i + 1]);
            if (from.Equals2D(to))
                continue;
            var turned = from.CompareTo(to) > 0;
            var between = Between(turned ? to : from, turned ? from : to);
            foreach (var point in (turned ? between.Reverse() : between).Prepend(from))
                yield return point.Copy();
        }
        yield return corners[0].Copy();
    }

    private IEnumerable<Coordinate> Between(Coordinate from, Coordinate to)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        if (dx * dx + dy * dy < Shortest * Shortest)
            return [];
        var shift = winding * Dice.For(seed, Centimetres(from.X + to.X), Centimetres(from.Y + to.Y)).Between(-1, 1);
        var middle = Rounded((from.X + to.X) / 2 - shift * dy, (from.Y + to.Y) / 2 + shift * dx);
        return [.. Between(from, middle), middle, .. Between(middle, to)];
    }

    private static Coordinate Rounded(double x, double y) => new(Math.Round(x, 2), Math.Round(y, 2));

    private static int Centimetres(double metres) => (int)Math.Round(metres * 100);
}
