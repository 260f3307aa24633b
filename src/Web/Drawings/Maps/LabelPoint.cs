namespace Twente.Igw.Web.Drawings;

/// <summary>Where a number fits in an area: of the middles of some cuts, the one farthest from any side.</summary>
internal static class LabelPoint
{
    private const int Cuts = 15;

    /// <summary>Null for an area that vanishes on the grid.</summary>
    public static GridPoint? Of(IReadOnlyList<GridPoint[]> rings)
    {
        var points = rings.SelectMany(r => r).ToList();
        if (points.Count == 0)
            return null;
        var (top, bottom) = (points.Min(p => p.Y), points.Max(p => p.Y));
        GridPoint? best = null;
        var most = 0.0;
        for (var cut = 1; cut < Cuts; cut++)
        {
            // Between grid lines, so that a cut never runs along a side or through a corner.
            var y = (int)(top + (bottom - top) * (double)cut / Cuts) + 0.5;
            var crossings = Crossings(rings, y);
            for (var i = 0; i + 1 < crossings.Count; i += 2)
            {
                var at = new GridPoint((int)((crossings[i] + crossings[i + 1]) / 2), (int)y);
                var room = rings.Min(ring => Distance(ring, at));
                if (room > most)
                    (most, best) = (room, at);
            }
        }
        return best ?? points[0];
    }

    /// <summary>To the nearest side of a ring, squared: only compared.</summary>
    private static double Distance(GridPoint[] ring, GridPoint at) =>
        ring.Select((from, i) => Distance(from, ring[(i + 1) % ring.Length], at)).DefaultIfEmpty(double.MaxValue).Min();

    private static double Distance(GridPoint from, GridPoint to, GridPoint at)
    {
        double x = to.X - from.X, y = to.Y - from.Y;
        var along = Math.Clamp(((at.X - from.X) * x + (at.Y - from.Y) * y) / (x * x + y * y), 0, 1);
        var (dx, dy) = (from.X + along * x - at.X, from.Y + along * y - at.Y);
        return dx * dx + dy * dy;
    }

    private static List<double> Crossings(IReadOnlyList<GridPoint[]> rings, double y)
    {
        List<double> crossings = [];
        foreach (var ring in rings)
            for (var i = 0; i < ring.Length; i++)
            {
                var (from, to) = (ring[i], ring[(i + 1) % ring.Length]);
                if (from.Y > y != to.Y > y)
                    crossings.Add(from.X + (y - from.Y) * (to.X - from.X) / (to.Y - from.Y));
            }
        crossings.Sort();
        return crossings;
    }
}
