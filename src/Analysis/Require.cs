using System.Runtime.CompilerServices;

namespace Twente.Igw.Analysis;

/// <summary>Refuses impossible input by thing, value and rule; passes possible input on.</summary>
internal static class Require
{
    public static long NotNegative(long value, [CallerArgumentExpression(nameof(value))] string thing = "") =>
        value >= 0 ? value : throw Broken(thing, value, "zero or more");

    public static double NotNegative(double value, [CallerArgumentExpression(nameof(value))] string thing = "") =>
        value >= 0 && double.IsFinite(value) ? value : throw Broken(thing, value, "finite and zero or more");

    public static double Positive(double value, [CallerArgumentExpression(nameof(value))] string thing = "") =>
        value > 0 && double.IsFinite(value) ? value : throw Broken(thing, value, "finite and above zero");

    public static int AtLeast(int minimum, int value, [CallerArgumentExpression(nameof(value))] string thing = "") =>
        value >= minimum ? value : throw Broken(thing, value, $"{minimum} or more");

    public static double AtLeast(
        double minimum, double value, [CallerArgumentExpression(nameof(value))] string thing = "") =>
        value >= minimum && double.IsFinite(value)
            ? value
            : throw Broken(thing, value, $"finite and {minimum} or more");

    public static double Probability(double value, [CallerArgumentExpression(nameof(value))] string thing = "") =>
        value is >= 0 and <= 1 ? value : throw Broken(thing, value, "from 0 to 1");

    public static double Fraction(double value, [CallerArgumentExpression(nameof(value))] string thing = "") =>
        value is > 0 and < 1 ? value : throw Broken(thing, value, "between 0 and 1, both excluded");

    public static ArgumentOutOfRangeException Broken(string thing, IFormattable value, string rule) =>
        new(thing, string.Create(CultureInfo.InvariantCulture, $"{thing} is {value}, must be {rule}."));
}
