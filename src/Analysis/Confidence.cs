using MathNet.Numerics.Distributions;

namespace Twente.Igw.Analysis;

/// <summary>A confidence level such as 0.95, read as what each side of a central interval leaves out.</summary>
internal static class Confidence
{
    /// <summary>The probability outside on one side: 0.025 at 0.95.</summary>
    public static double Tail(double level) => (1 - Require.Fraction(level)) / 2;

    /// <summary>The standard normal deviate that leaves one tail above it: 1.96 at 0.95.</summary>
    public static double Deviate(double level) => Normal.InvCDF(0, 1, 1 - Tail(level));
}
