namespace Twente.Igw.Web.Drawings;

/// <summary>The paper of a scatter: where a pair of values lies.</summary>
internal sealed record ScatterPaper
{
    public required double Left { get; init; }

    public required double Top { get; init; }

    public required double Right { get; init; }

    public required double Bottom { get; init; }

    public required AxisScale Across { get; init; }

    public required AxisScale Up { get; init; }

    public double X(double value) => Across.Place(value, Left, Right);

    public double Y(double value) => Up.Place(value, Bottom, Top);
}

/// <summary>The median: half of the values are above it and half below.</summary>
internal static class Middle
{
    /// <param name="values">At least one.</param>
    public static double Of(IEnumerable<double> values)
    {
        var ordered = values.Order().ToList();
        return (ordered[(ordered.Count - 1) / 2] + ordered[ordered.Count / 2]) / 2;
    }
}
