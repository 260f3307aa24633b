namespace Twente.Igw.Deliveries;

/// <summary>When a correct file is so unlike the supplier's usual that a person must look first.</summary>
/// <param name="WeeksNeeded">Earlier weeks needed before any limit is used.</param>
/// <param name="WeeksThatMayHalve">How many weeks may fall below half of what they were.</param>
/// <param name="SumFactor">How many times more or less than usual the sum may be.</param>
/// <param name="CountThatSaysSomething">From which expected count silence says something.</param>
public sealed record Limits(int WeeksNeeded, int WeeksThatMayHalve, int SumFactor, int CountThatSaysSomething)
{
    /// <summary>Each with its Dutch label, and the least and most it can be.</summary>
    public IReadOnlyList<Limit> Each =>
    [
        new("weken", "Weken die nodig zijn voor een oordeel", WeeksNeeded, 4, 52),
        new("halveren", "Weken die mogen halveren", WeeksThatMayHalve, 0, 52),
        new("factor", "Keer meer of minder dan gebruikelijk", SumFactor, 2, 20),
        new("stilte", "Verwacht aantal waarbij stilte opvalt", CountThatSaysSomething, 4, 100),
    ];
}

/// <summary>One limit.</summary>
/// <param name="Key">Name in forms and on the command line.</param>
/// <param name="Label">On screens.</param>
/// <param name="Value">What holds.</param>
/// <param name="Least">The least it can be.</param>
/// <param name="Most">The most it can be.</param>
public sealed record Limit(string Key, string Label, int Value, int Least, int Most);
