namespace Twente.Igw.Analysis;

/// <summary>The least informative noise of mean zero and a given variance over a few whole numbers.</summary>
internal static class MaximumEntropy
{
    private const double Precision = 1e-13;
    private const int MostSteps = 500;

    /// <summary>The variances that a distribution of mean zero over these numbers can have.</summary>
    /// <param name="values">In ascending order, at least one below zero and one above.</param>
    public static Interval Feasible(int[] values)
    {
        // Two numbers around zero, weighted to mean zero, have as variance minus their product.
        var smallest = values.Contains(0) ? 0 : -(values.Last(value => value < 0) * values.First(value => value > 0));
        return new Interval(smallest, -(values[0] * values[^1]));
    }

    /// <summary>Probabilities exp(a v + b v²), with a and b such that mean and variance are as they should.</summary>
    /// <param name="values">In ascending order.</param>
    /// <param name="variance">Strictly within <see cref="Feasible"/>.</param>
    /// <param name="largest">Of the row, whose places are −largest … largest.</param>
    /// <returns>A probability per place; zero where the place is not among the values.</returns>
    /// <remarks>
    /// The dual of the problem is convex: Newton's method, damped. Boyd, S. and Vandenberghe, L. (2004). Convex
    /// optimization, § 5.1.6 and § 9.5.
    /// </remarks>
    public static double[] Of(int[] values, double variance, int largest)
    {
        var (a, b) = (0d, 0d);
        for (var step = 0; step < MostSteps; step++)
        {
            var moments = Moments.Of(values, a, b);
            if (moments.Misses(variance) < Precision)
                return Row(moments.Weights, values, largest);

            (a, b) = Descend(values, variance, (a, b), moments);
        }

        return Moments.Of(values, a, b) is var last && last.Misses(variance) < 1e-10
            ? Row(last.Weights, values, largest)
            : throw new InvalidOperationException("A variance within its limits has noise.");
    }

    private static (double A, double B) Descend(
        int[] values, double variance, (double A, double B) from, Moments moments)
    {
        var (g1, g2) = (moments.First, moments.Second - variance);
        var h11 = moments.Second - (moments.First * moments.First);
        var h12 = moments.Third - (moments.First * moments.Second);
        var h22 = moments.Fourth - (moments.Second * moments.Second);
        var determinant = (h11 * h22) - (h12 * h12);
        var (stepA, stepB) = (((h22 * g1) - (h12 * g2)) / determinant, ((h11 * g2) - (h12 * g1)) / determinant);

        var here = moments.LogSum - (from.B * variance);
        for (var length = 1d; length > 1e-9; length /= 2)
        {
            var (a, b) = (from.A - (length * stepA), from.B - (length * stepB));
            if (Moments.Of(values, a, b).LogSum - (b * variance) <= here + 1e-15)
                return (a, b);
        }

        return from;
    }

    private static double[] Row(double[] weights, int[] values, int largest)
    {
        var row = new double[(2 * largest) + 1];
        for (var place = 0; place < values.Length; place++)
            row[values[place] + largest] = weights[place];
        return row;
    }

    private readonly record struct Moments(
        double[] Weights, double LogSum, double First, double Second, double Third, double Fourth)
    {
        public static Moments Of(int[] values, double a, double b)
        {
            var exponents = values.Select(v => (a * v) + (b * v * v)).ToArray();
            var top = exponents.Max();
            var weights = exponents.Select(exponent => Math.Exp(exponent - top)).ToArray();
            var sum = weights.Sum();
            weights = [.. weights.Select(weight => weight / sum)];
            double Moment(int power) => values.Zip(weights, (v, weight) => Math.Pow(v, power) * weight).Sum();
            return new(weights, top + Math.Log(sum), Moment(1), Moment(2), Moment(3), Moment(4));
        }

        public double Misses(double variance) => Math.Max(Math.Abs(First), Math.Abs(Second - variance));
    }
}
