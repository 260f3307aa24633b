namespace Twente.Igw.Web.Drawings;

/// <summary>An axis with round steps: where a value lies on it, and which values are written beside it.</summary>
internal sealed record AxisScale
{
    private AxisScale(double low, double high, double step) => (Low, High, Step) = (low, high, step);

    public double Low { get; }

    public double High { get; }

    public double Step { get; }

    /// <summary>The values written beside the axis.</summary>
    public IEnumerable<double> Ticks =>
        Enumerable.Range(0, (int)Math.Round((High - Low) / Step) + 1).Select(i => Low + i * Step);

    /// <summary>An axis around these values.</summary>
    /// <param name="values">At least one.</param>
    /// <param name="fromZero">Whether it begins at zero, so that heights compare.</param>
    public static AxisScale Around(IReadOnlyCollection<double> values, bool fromZero)
    {
        var (low, high) = (fromZero ? 0 : values.Min(), values.Max());
        var step = StepFor(Math.Max(high - low, high == 0 ? 1 : Math.Abs(high) / 20));
        (low, high) = (Math.Floor(low / step) * step, Math.Ceiling(high / step) * step);
        return new AxisScale(low, high == low ? low + step : high, step);
    }

    /// <summary>Where a value lies between two ends of the paper.</summary>
    public double Place(double value, double from, double to) => from + (to - from) * (value - Low) / (High - Low);

    /// <summary>As many decimals as the steps need.</summary>
    public string Text(double tick) => tick.ToString($"N{Math.Max(0, -Math.Floor(Math.Log10(Step)))}", Dutch.Culture);

    /// <summary>1, 2 or 5 times a power of ten; four to eight steps.</summary>
    private static double StepFor(double span)
    {
        var rough = span / 5;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return (rough / power) switch { < 1.5 => 1, < 3.5 => 2, < 7.5 => 5, _ => 10 } * power;
    }
}
