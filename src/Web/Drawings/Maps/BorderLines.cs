namespace Twente.Igw.Web.Drawings;

/// <summary>
/// The borders of districts as lines that are drawn once: two districts share a border, and a line drawn twice is
/// darker than one at the edge of the map, and twice as long to send.
/// </summary>
internal static class BorderLines
{
    public static IEnumerable<IReadOnlyList<GridPoint>> Of(IEnumerable<GridPoint[]> rings)
    {
        var drawn = new HashSet<(GridPoint, GridPoint)>();
        foreach (var ring in rings)
        {
            List<GridPoint> line = [];
            for (var i = 0; i < ring.Length; i++)
            {
                var (from, to) = (ring[i], ring[(i + 1) % ring.Length]);
                if (drawn.Add(Side(from, to)))
                {
                    if (line.Count == 0)
                        line.Add(from);
                    line.Add(to);
                }
                else if (line.Count > 0)
                {
                    yield return line;
                    line = [];
                }
            }
            if (line.Count > 0)
                yield return line;
        }
    }

    /// <summary>The same for both directions.</summary>
    private static (GridPoint, GridPoint) Side(GridPoint a, GridPoint b) =>
        (a.X, a.Y).CompareTo((b.X, b.Y)) < 0 ? (a, b) : (b, a);
}
