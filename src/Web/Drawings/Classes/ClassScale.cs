using Twente.Igw.Figures;

namespace Twente.Igw.Web.Drawings;

/// <summary>Five classes with a colour each, from low to high.</summary>
/// <param name="Hue">Class of the stylesheet before the number: <c>k</c> one hue, <c>d</c> blue to orange.</param>
/// <param name="Labels">The classes as the legend names them, lowest first.</param>
/// <param name="From">Where classes 2 to 5 begin.</param>
internal sealed record ClassScale(string Hue, IReadOnlyList<string> Labels, IReadOnlyList<double> From)
{
    public const int Classes = 5;

    /// <summary>1 to 5; a value on a break belongs to the class that begins there.</summary>
    public int ClassOf(double value) => 1 + From.Count(from => value >= from);

    /// <summary>The colour of a count of which the class is shown; null when it could have more than one.</summary>
    public int? ClassOf(CountClass hidden) =>
        ClassOf(hidden.Low) is var low && low == ClassOf(hidden.High ?? double.MaxValue) ? low : null;

    public string CssOf(int @class) => string.Create(CultureInfo.InvariantCulture, $"{Hue}{@class}");

    /// <summary>Whole numbers: <c>0</c>, <c>1–4</c>, <c>5–9</c>, <c>20 of meer</c>.</summary>
    public static ClassScale OfCounts(IReadOnlyList<double> from)
    {
        double[] starts = [0, .. from];
        var between = starts.SkipLast(1).Select((start, i) => Span(start, starts[i + 1] - 1));
        return new ClassScale("k", [.. between, $"{Dutch.Break(starts[^1])} of meer"], from);
    }

    /// <summary>Rates: <c>minder dan 1</c>, <c>1 tot 2</c>, <c>8 of meer</c>.</summary>
    public static ClassScale OfRates(IReadOnlyList<double> from)
    {
        var between = from.Skip(1).Select((to, i) => $"{Dutch.Break(from[i])} tot {Dutch.Break(to)}");
        return new ClassScale(
            "k", [$"onder {Dutch.Break(from[0])}", .. between, $"{Dutch.Break(from[^1])} of meer"], from);
    }

    private static string Span(double first, double last) =>
        first < last ? $"{Dutch.Break(first)}–{Dutch.Break(last)}" : Dutch.Break(first);
}
