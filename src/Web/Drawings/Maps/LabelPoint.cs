namespace Twente.Igw.Web.Drawings;

/// <summary>Where a number fits inside an area: the middle of the widest of some horizontal cuts through it.</summary>
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
            var room = Math.Min(y - top, bottom - y);
            var crossings = Crossings(rings, y);
            for (var i = 0; i + 1 < crossings.Count; i += 2)
            {
                // As good as it is far from the sides, above and below too.
                var fit = Math.Min((crossings[i + 1] - crossings[i]) / 2, room);
                if (fit > most)
                    (most, best) = (fit, new GridPoint((int)((crossings[i] + crossings[i + 1]) / 2), (int)y));
            }
        }
        return best ?? points[0];
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
