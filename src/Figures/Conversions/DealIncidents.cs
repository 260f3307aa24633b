namespace Twente.Igw.Figures;

/// <summary>
/// Deals incidents one after the other over the parts of a neighbourhood, each whole to one part, so that after every
/// incident each part holds less than one more or less than its weight says: R. Tijdeman, The chairman assignment
/// problem, Discrete Mathematics 32 (1980) 323–330. Whole numbers only: the same everywhere, and nothing gets lost.
/// </summary>
/// <param name="weights">Weights of the parts, above 0; what they add up to is the whole.</param>
internal sealed class DealIncidents(IReadOnlyList<int> weights)
{
    private readonly long _whole = weights.Sum(w => (long)w);
    private readonly long[] _dealt = new long[weights.Count];
    private long _turn;

    /// <summary>The part that the next incident goes to, as a place in the list of weights.</summary>
    public int Next()
    {
        _turn++;
        var next = weights.Count == 1 ? 0 : MostPressing();
        _dealt[next]++;
        return next;
    }

    /// <summary>
    /// Of the parts that may have one, the one that must have one first. With k parts a part may when it lacks at
    /// least 1 / (2k − 2), and must before it lacks more than 1 − 1 / (2k − 2).
    /// </summary>
    private int MostPressing()
    {
        var (found, foundSlack, twice) = (-1, 0L, 2L * weights.Count - 2);
        for (var part = 0; part < weights.Count; part++)
        {
            var lacks = weights[part] * _turn - _dealt[part] * _whole;
            if (lacks * twice < _whole)
                continue;
            var slack = (twice - 1) * _whole - twice * lacks;
            // Slack over weight is the number of turns it can wait; compared without dividing.
            if (found < 0 || slack * weights[found] < foundSlack * weights[part])
                (found, foundSlack) = (part, slack);
        }
        return found;
    }
}
