namespace Twente.Igw.Web.Drawings;

/// <summary>The paper of a series: where a week and a count lie.</summary>
internal sealed record Plot
{
    public required double Left { get; init; }

    public required double Top { get; init; }

    public required double Right { get; init; }

    public required double Bottom { get; init; }

    public required int Weeks { get; init; }

    /// <summary>The count at the top; the bottom is always zero, so that heights compare.</summary>
    public required double Most { get; init; }

    public double WeekWidth => (Right - Left) / Math.Max(1, Weeks);

    /// <summary>The middle of a week.</summary>
    public double X(int week) => Left + (week + 0.5) * WeekWidth;

    public double Y(double count) => Bottom - (Bottom - Top) * count / Most;

    /// <summary>Where the whole height of a week is, for a rectangle.</summary>
    public Html Column(int week) => Html.Of(
        $"""x="{X(week) - WeekWidth / 2}" y="{Top}" width="{WeekWidth}" height="{Bottom - Top}" """);

    /// <summary>A line through points; a single point becomes a dot by its round ends.</summary>
    public Html Line(IReadOnlyList<(int At, double Value)> run)
    {
        var points = run.Select((p, i) => Html.Of($"{(i == 0 ? "M" : "L")}{X(p.At)} {Y(p.Value)}"));
        return run.Count == 1 ? Html.Of($"{points}h0") : Html.Join(points);
    }

    /// <summary>Round steps of an axis: 1, 2 or 5 times a power of ten, three to five of them.</summary>
    public static double StepFor(double highest)
    {
        var rough = Math.Max(1, highest) / 3.5;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = (rough / power) switch { < 1.5 => 1, < 3.5 => 2, < 7.5 => 5, _ => 10 };
        return Math.Max(1, step * power);
    }
}
