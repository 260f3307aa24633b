namespace Twente.Igw.Benchmarks;

/// <summary>How long something took, each time it was done.</summary>
internal sealed class Durations(string what)
{
    private readonly List<double> _milliseconds = [];

    public string What => what;

    public int Count => _milliseconds.Count;

    public void Add(TimeSpan took) => _milliseconds.Add(took.TotalMilliseconds);

    /// <summary>The smallest duration that this share of all do not exceed (nearest rank), in milliseconds.</summary>
    /// <param name="share">Above 0, up to 1.</param>
    public double At(double share)
    {
        if (_milliseconds.Count == 0)
            return double.NaN;
        double[] ordered = [.. _milliseconds.Order()];
        return ordered[Math.Max(0, (int)Math.Ceiling(share * ordered.Length) - 1)];
    }
}
