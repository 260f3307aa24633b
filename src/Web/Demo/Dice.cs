namespace Twente.Igw.Web.Demo;

/// <summary>
/// Chance that falls the same way for the same throw on every machine and in every version of the runtime, so that a
/// demo is the same wherever it is made. SplitMix64 (Steele, Lea and Flood 2014).
/// </summary>
internal sealed class Dice
{
    private ulong _state;

    private Dice(ulong state) => _state = state;

    /// <summary>Dice of their own for one purpose: the same numbers give the same throws.</summary>
    public static Dice For(params ReadOnlySpan<int> about)
    {
        var dice = new Dice(0x9E3779B97F4A7C15);
        foreach (var number in about)
            dice = new Dice(dice.Bits() ^ (uint)number);
        return dice;
    }

    /// <summary>From 0 up to 1.</summary>
    public double Next() => (Bits() >> 11) * (1.0 / (1UL << 53));

    public double Between(double low, double high) => low + (high - low) * Next();

    public int Below(int end) => (int)(Next() * end);

    public bool Chance(double share) => Next() < share;

    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Next())) * Math.Cos(2 * Math.PI * Next());

    /// <summary>Mean 1, variance 1 / shape. Marsaglia and Tsang (2000); a shape of 1 or more.</summary>
    public double Gamma(double shape)
    {
        var d = shape - 1.0 / 3;
        while (true)
        {
            var x = Normal();
            var v = 1 + x / Math.Sqrt(9 * d);
            v = v * v * v;
            if (v > 0 && Math.Log(1 - Next()) < 0.5 * x * x + d - d * v + d * Math.Log(v))
                return d * v / shape;
        }
    }

    /// <summary>By multiplication (Knuth): the means here are those of a week and small.</summary>
    public int Poisson(double mean)
    {
        var (count, left) = (0, Math.Exp(-mean));
        for (var product = Next(); product > left; product *= Next())
            count++;
        return count;
    }

    /// <summary>A place in the list, each as likely as its weight.</summary>
    public int Pick(ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        foreach (var weight in weights)
            total += weight;
        var left = Next() * total;
        var place = 0;
        while (place < weights.Length - 1 && (left -= weights[place]) >= 0)
            place++;
        return place;
    }

    /// <summary>The same things in another order.</summary>
    public T[] Shuffle<T>(IEnumerable<T> things)
    {
        T[] shuffled = [.. things];
        for (var i = shuffled.Length - 1; i > 0; i--)
        {
            var other = Below(i + 1);
            (shuffled[i], shuffled[other]) = (shuffled[other], shuffled[i]);
        }
        return shuffled;
    }

    private ulong Bits()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
