namespace Twente.Igw.Analysis.Tests;

/// <summary>Chances by plain summation, so that no rule is tested by the functions it is built on.</summary>
internal static class Summed
{
    public static double PoissonAtMost(long count, double mean)
    {
        var (sum, term) = (0d, Math.Exp(-mean));
        for (var i = 0L; i <= count; term *= mean / ++i)
            sum += term;
        return sum;
    }

    public static double BinomialAtLeast(int successes, int trials, double share)
    {
        var (sum, logTerm) = (0d, trials * double.LogP1(-share));
        for (var k = 0; k <= trials; logTerm += Math.Log((trials - k) / (k + 1d) * share / (1 - share)), k++)
            sum += k >= successes ? Math.Exp(logTerm) : 0;
        return sum;
    }

    // P(0) = p^shape, P(k + 1) = P(k) (shape + k)(1 − p) / (k + 1), with p = years / (years + 1).
    public static IEnumerable<(long Count, double Chance)> NegativeBinomial(double shape, double years)
    {
        var share = years / (years + 1);
        var chance = Math.Pow(share, shape);
        for (var count = 0L; ; chance *= (shape + count) * (1 - share) / ++count)
            yield return (count, chance);
    }

    public static double BetaBelow(double a, double b, double share)
    {
        double Area(double end) => Enumerable.Range(0, 100_000)
            .Select(step => (step + 0.5) / 100_000 * end)
            .Sum(x => Math.Pow(x, a - 1) * Math.Pow(1 - x, b - 1)) * end;

        return Area(share) / Area(1);
    }
}
