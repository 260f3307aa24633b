namespace Twente.Igw.Web.Drawings;

/// <summary>Names beside dots, those that matter most first; one that would lie over another is left away.</summary>
internal sealed class PlacedNames(ScatterPaper paper)
{
    private const double LetterWidth = 7.6;
    private const double LineHeight = 17;

    private readonly List<Box> _taken = [];
    private readonly List<Html> _names = [];

    public Html Written => Html.Join(_names);

    /// <param name="name">What is written.</param>
    /// <param name="at">The dot.</param>
    /// <param name="css">A class of the stylesheet, or nothing.</param>
    public void Add(string name, (double X, double Y) at, string css = "")
    {
        var width = name.Length * LetterWidth;
        var left = at.X + 12 + width > paper.Right;
        var box = new Box(left ? at.X - 12 - width : at.X + 12, at.Y - LineHeight / 2, width, LineHeight);
        if (box.Left < paper.Left || _taken.Any(box.Overlaps))
            return;
        _taken.Add(box);
        // On a narrow screen only the first stay.
        var second = _names.Count > 1 ? " second" : "";
        var own = css.Length > 0 ? $" {css}" : "";
        _names.Add(Html.Of(
            $"""
            <text class="dot-name{second}{own}" x="{at.X + (left ? -10 : 10)}" y="{at.Y}" dy="0.35em" text-anchor="{(left ? "end" : "start")}">{name}</text>
            """));
    }

    private readonly record struct Box(double Left, double Top, double Width, double Height)
    {
        public bool Overlaps(Box other) =>
            Left < other.Left + other.Width && other.Left < Left + Width
            && Top < other.Top + other.Height && other.Top < Top + Height;
    }
}
