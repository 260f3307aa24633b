namespace Twente.Igw.Deliveries;

/// <summary>
/// When a correct file is so unlike the supplier's usual that a person must look first. One row per tenant; without
/// it these defaults hold.
/// </summary>
internal sealed class PlausibilityLimits
{
    public int Id { get; init; } = 1;

    /// <summary>Earlier weeks needed before any limit is used.</summary>
    public int WeeksNeeded { get; set; } = 8;

    /// <summary>How many weeks may fall below half of what they were.</summary>
    public int WeeksThatMayHalve { get; set; } = 4;

    /// <summary>How many times more or less than usual the sum may be.</summary>
    public int SumFactor { get; set; } = 4;

    /// <summary>
    /// From which expected count silence says something: the chance of none is then below 1 in 20,000.
    /// </summary>
    public int CountThatSaysSomething { get; set; } = 10;

    public Limits ToLimits() => new(WeeksNeeded, WeeksThatMayHalve, SumFactor, CountThatSaysSomething);

    public void Take(Limits given) =>
        (WeeksNeeded, WeeksThatMayHalve, SumFactor, CountThatSaysSomething) =
            (given.WeeksNeeded, given.WeeksThatMayHalve, given.SumFactor, given.CountThatSaysSomething);
}
