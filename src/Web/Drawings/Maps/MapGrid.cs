using Twente.Igw.Areas;

namespace Twente.Igw.Web.Drawings;

/// <summary>A point of a drawing in half pixels.</summary>
internal readonly record struct GridPoint(int X, int Y);

/// <summary>
/// Lays RD metres on the paper of a map: some 800 pixels wide, y downwards. RD is planar: this is a shift and a scale.
/// Points are whole half pixels: neighbours that share a point keep sharing it, and a path needs no decimals.
/// </summary>
internal sealed class MapGrid
{
    /// <summary>Steps per pixel.</summary>
    public const int Fineness = 2;

    /// <summary>Brings paths on the grid back to pixels.</summary>
    public const string ToPixels = "scale(.5)";

    private const double MostWidth = 800;
    private const double MostHeight = 720;
    private const double Margin = 6;

    /// <summary>Pixels below the land, for the scale bar: over a dark area its letters would not be read.</summary>
    private const int Foot = 30;

    private readonly Extent _extent;
    private readonly double _pixelsPerMetre;

    public MapGrid(Extent extent)
    {
        _extent = extent;
        _pixelsPerMetre = Math.Min((MostWidth - 2 * Margin) / extent.Width, (MostHeight - 2 * Margin) / extent.Height);
        Width = (int)Math.Ceiling(extent.Width * _pixelsPerMetre + 2 * Margin);
        Height = (int)Math.Ceiling(extent.Height * _pixelsPerMetre + 2 * Margin) + Foot;
    }

    /// <summary>Pixels.</summary>
    public int Width { get; }

    /// <summary>Pixels.</summary>
    public int Height { get; }

    /// <summary>Pixels in a kilometre, for the scale bar.</summary>
    public double Kilometre => 1000 * _pixelsPerMetre;

    /// <summary>A ring on the grid, without its closing point and points that fall together; may be empty.</summary>
    public GridPoint[] Ring(IReadOnlyList<(double X, double Y)> ring)
    {
        var points = new List<GridPoint>(ring.Count);
        foreach (var point in ring)
        {
            var at = At(point);
            if (points.Count == 0 || points[^1] != at)
                points.Add(at);
        }
        if (points.Count > 1 && points[^1] == points[0])
            points.RemoveAt(points.Count - 1);
        return points.Count < 3 ? [] : [.. points];
    }

    private GridPoint At((double X, double Y) point) => new(
        Steps(Margin + (point.X - _extent.MinX) * _pixelsPerMetre),
        Steps(Margin + (_extent.MaxY - point.Y) * _pixelsPerMetre));

    private static int Steps(double pixels) => (int)Math.Round(pixels * Fineness, MidpointRounding.AwayFromZero);
}
