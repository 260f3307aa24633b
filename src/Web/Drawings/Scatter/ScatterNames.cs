namespace Twente.Igw.Web.Drawings;

/// <summary>Names beside the dots that stand out: the highest and the furthest. All are in the table.</summary>
internal static class ScatterNames
{
    /// <param name="paper">Where they lie.</param>
    /// <param name="drawn">The points, lowest first.</param>
    /// <param name="beyond">How many of the last lie beyond the scale and say their figure.</param>
    public static Html Of(ScatterPaper paper, IReadOnlyList<ScatterPoint> drawn, int beyond)
    {
        var names = new PlacedNames(paper);
        var above = drawn.TakeLast(beyond).ToHashSet();
        var candidates = drawn.Reverse().Take(beyond + 3)
            .Concat(drawn.OrderByDescending(p => p.Across).Take(2)).Distinct();
        foreach (var point in candidates)
        {
            var isAbove = above.Contains(point);
            names.Add(
                isAbove ? $"{point.Name} {point.UpText}" : point.Name,
                (paper.X(point.Across!.Value), isAbove ? paper.Top - 2 : paper.Y(point.Up!.Value)));
        }

        return names.Written;
    }
}
