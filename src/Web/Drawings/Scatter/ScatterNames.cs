namespace Twente.Igw.Web.Drawings;

/// <summary>
/// Names beside the dots that stand out: the highest and the furthest. A name that would lie over another is left away;
/// all are in the table.
/// </summary>
internal static class ScatterNames
{
    private const double LetterWidth = 7.6;
    private const double LineHeight = 17;

    /// <param name="paper">Where they lie.</param>
    /// <param name="drawn">The points, lowest first.</param>
    /// <param name="beyond">How many of the last lie beyond the scale and say their figure.</param>
    public static Html Of(ScatterPaper paper, IReadOnlyList<ScatterPoint> drawn, int beyond)
    {
        var taken = new List<Box>();
        var names = new List<Html>();
        var above = drawn.TakeLast(beyond).ToHashSet();
        var candidates = drawn.Reverse().Take(beyond + 3)
            .Concat(drawn.OrderByDescending(p => p.Across).Take(2)).Distinct();
        foreach (var point in candidates)
        {
            var name = above.Contains(point) ? $"{point.Name} {point.UpText}" : point.Name;
            var (x, y) = (paper.X(point.Across!.Value),
                above.Contains(point) ? paper.Top - 2 : paper.Y(point.Up!.Value));
            var width = name.Length * LetterWidth;
            var left = x + 12 + width > paper.Right;
            var box = new Box(left ? x - 12 - width : x + 12, y - LineHeight / 2, width, LineHeight);
            if (box.Left < paper.Left || taken.Any(box.Overlaps))
                continue;
            taken.Add(box);
            names.Add(Name(name, (x, y), left, names.Count));
        }
        return Html.Join(names);
    }

    private static Html Name(string name, (double X, double Y) at, bool left, int number) => Html.Of(
        $"""
        <text class="dot-name{(number > 1 ? " second" : "")}" x="{at.X + (left ? -10 : 10)}" y="{at.Y}" dy="0.35em" text-anchor="{(left ? "end" : "start")}">{name}</text>
        """);

    private readonly record struct Box(double Left, double Top, double Width, double Height)
    {
        public bool Overlaps(Box other) =>
            Left < other.Left + other.Width && other.Left < Left + Width
            && Top < other.Top + other.Height && other.Top < Top + Height;
    }
}
