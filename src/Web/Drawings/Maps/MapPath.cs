using System.Text;

namespace Twente.Igw.Web.Drawings;

/// <summary>Lines as the <c>d</c> of a path: one absolute start each, then steps, which are shorter to write.</summary>
internal static class MapPath
{
    public static string OfRings(IEnumerable<GridPoint[]> rings)
    {
        var path = new StringBuilder();
        foreach (var ring in rings)
            if (ring.Length > 0)
                Append(path, ring).Append('z');
        return path.ToString();
    }

    public static string OfLines(IEnumerable<IReadOnlyList<GridPoint>> lines)
    {
        var path = new StringBuilder();
        foreach (var line in lines)
            Append(path, line);
        return path.ToString();
    }

    private static StringBuilder Append(StringBuilder path, IReadOnlyList<GridPoint> points)
    {
        path.Append(CultureInfo.InvariantCulture, $"M{points[0].X} {points[0].Y}");
        for (var i = 1; i < points.Count; i++)
        {
            var (x, y) = (points[i].X - points[i - 1].X, points[i].Y - points[i - 1].Y);
            Number(path.Append(i == 1 ? "l" : ""), x, first: i == 1);
            Number(path, y, first: false);
        }
        return path;
    }

    /// <summary>A minus sign parts numbers as well as a space does.</summary>
    private static void Number(StringBuilder path, int number, bool first)
    {
        if (!first && number >= 0)
            path.Append(' ');
        path.Append(CultureInfo.InvariantCulture, $"{number}");
    }
}
