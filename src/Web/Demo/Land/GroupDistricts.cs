using NetTopologySuite.Geometries;

namespace Twente.Igw.Web.Demo;

/// <summary>Groups points that lie together, as many groups as asked, none empty.</summary>
internal static class GroupDistricts
{
    private const int Rounds = 8;

    /// <summary>For every point the number of its group, from 0: the group of the first point.</summary>
    public static int[] Execute(IReadOnlyList<Coordinate> points, int groups)
    {
        var middles = Spread(points, groups);
        var nearest = Nearest(points, middles);
        for (var round = 0; round < Rounds; round++)
        {
            for (var g = 0; g < groups; g++)
            {
                var own = points.Where((_, i) => nearest[i] == g).ToList();
                if (own.Count > 0)
                    middles[g] = new Coordinate(own.Average(p => p.X), own.Average(p => p.Y));
            }
            nearest = Nearest(points, middles);
        }
        return Renumbered(nearest);
    }

    /// <summary>Beginnings as far from each other as they can be.</summary>
    private static Coordinate[] Spread(IReadOnlyList<Coordinate> points, int groups)
    {
        List<Coordinate> chosen = [points[0]];
        while (chosen.Count < groups)
            chosen.Add(points.MaxBy(p => chosen.Min(p.Distance))!);
        return [.. chosen];
    }

    private static int[] Nearest(IReadOnlyList<Coordinate> points, Coordinate[] middles) =>
        [.. points.Select(p => Enumerable.Range(0, middles.Length).MinBy(g => p.Distance(middles[g])))];

    private static int[] Renumbered(int[] groups)
    {
        var order = groups.Distinct().ToList();
        return [.. groups.Select(g => order.IndexOf(g))];
    }
}
