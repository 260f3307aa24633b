namespace Twente.Igw.Capabilities.Tests.Attack;

/// <summary>A hidden count, and what is known of it by itself.</summary>
internal sealed record AttackedCell(string Name)
{
    public long Low { get; init; }

    /// <summary>Null when it can be any number.</summary>
    public long? High { get; init; }

    public Feasible Known => new(Low, High);
}

/// <summary>What hidden counts, by their places, add up to: within limits, or exactly when these are equal.</summary>
/// <param name="Cells">Places of the counts, each once; one or more.</param>
/// <param name="Low">The least that the sum is.</param>
/// <param name="High">The most that it is; null when it can be any number.</param>
internal sealed record KnownSum(IReadOnlyList<int> Cells, long Low, long? High)
{
    public static KnownSum Exactly(long sum, params IReadOnlyList<int> cells) => new(cells, sum, sum);
}

/// <summary>The whole numbers that a count can be.</summary>
internal readonly record struct Feasible(long Low, long? High)
{
    /// <summary>How many values besides one: 0 when it is known.</summary>
    public long Width => High is { } high ? high - Low : long.MaxValue;

    public bool IsOne => Low == High;

    public bool Contains(long count) => count >= Low && !(count > High);

    public override string ToString() => $"{Low} … {High?.ToString(CultureInfo.InvariantCulture) ?? "∞"}";
}

/// <summary>What an attack gave.</summary>
internal sealed record AttackReport
{
    /// <summary>Counts that were not known beforehand.</summary>
    public required int Cells { get; init; }

    /// <summary>Counts that can be one value only: they are known now.</summary>
    public required int Recovered { get; init; }

    /// <summary>Values besides one that the best known count can have; 0 when any is recovered.</summary>
    public required long SmallestWidth { get; init; }

    /// <summary>Counts of which the best guess, rounded, is right. An attacker cannot tell which.</summary>
    public required int GuessedRight { get; init; }

    /// <summary>From 0 to 1.</summary>
    public double ShareGuessedRight => Cells == 0 ? 0 : (double)GuessedRight / Cells;
}
