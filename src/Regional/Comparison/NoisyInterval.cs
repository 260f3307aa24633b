using Twente.Igw.Analysis;

namespace Twente.Igw.Regional;

/// <summary>How far a published count may lie from what chance alone would have made of it.</summary>
internal static class NoisyInterval
{
    /// <summary>
    /// The interval that figures show, widened by the noise: at both ends the deviation of chance and that of the noise
    /// add as variances. Of a published zero the truth may be anything up to three.
    /// </summary>
    /// <param name="count">A published count.</param>
    /// <returns>Limits of the expected count, in incidents.</returns>
    public static Interval Of(long count)
    {
        if (count == 0)
            return new Interval(0, PoissonInterval.Of(PublishedNoise.Largest).Upper);
        var chance = PoissonInterval.Of(count);
        var noise = Deviate * Deviate * PublishedNoise.Variance;
        return new Interval(
            Math.Max(0, count - Math.Sqrt(Square(count - chance.Lower) + noise)),
            count + Math.Sqrt(Square(chance.Upper - count) + noise));
    }

    private const double Deviate = 1.959963984540054;

    private static double Square(double x) => x * x;
}
