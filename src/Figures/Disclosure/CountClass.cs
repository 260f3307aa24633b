namespace Twente.Igw.Figures;

/// <summary>
/// Between which numbers a count lies, where the number itself is not shown. Written <c>1-4</c>, <c>5-9</c> or
/// <c>10-19</c>; wider where a total would give the number back: <c>1-19</c>, <c>20+</c>, or <c>x</c> for nothing.
/// </summary>
/// <param name="Low">The lowest it can be.</param>
/// <param name="High">The highest it can be; null when there is none.</param>
public sealed record CountClass(int Low, int? High)
{
    /// <summary>From here a count is shown as it is.</summary>
    public const int ExactFrom = 20;

    /// <summary>The classes below that, lowest first.</summary>
    public static readonly IReadOnlyList<CountClass> Usual = [new(1, 4), new(5, 9), new(10, ExactFrom - 1)];

    /// <summary>Any count that a class hides.</summary>
    internal static readonly CountClass Below = new(1, ExactFrom - 1);

    /// <summary>A count that would be shown, hidden so that it protects another.</summary>
    internal static readonly CountClass FromTwenty = new(ExactFrom, null);

    /// <summary>Nothing is said of the count.</summary>
    internal static readonly CountClass Shielded = new(0, null);

    public bool IsShielded => Low == 0;

    /// <summary>What a colour, bar or line is drawn by: the middle, which tells no more than the class.</summary>
    public double? Middle => IsShielded ? null : High is { } high ? (Low + high) / 2d : Low;

    /// <summary>As a sentence says it: <c>1 tot en met 4</c>.</summary>
    public string Sentence => (IsShielded, High) switch
    {
        (true, _) => "afgeschermd",
        (_, { } high) => $"{Low} tot en met {high}",
        _ => $"{Low} of meer",
    };

    /// <summary>The class of a count; null when it is shown as it is: zero, or from twenty.</summary>
    public static CountClass? Of(int count) => Usual.FirstOrDefault(c => c.Low <= count && count <= c.High);

    /// <summary>What may be calculated with instead of a count: the middle of its class, in whole incidents.</summary>
    internal static int Rough(int count) => Of(count)?.Middle is { } middle ? (int)middle : count;

    /// <summary>As in a table: <c>1–4</c>, <c>20 of meer</c>, <c>x</c>.</summary>
    public string Short => IsShielded ? "x" : High is { } high ? $"{Low}–{high}" : $"{Low} of meer";

    /// <summary>As programs read it.</summary>
    public override string ToString() => IsShielded ? "x" : High is { } high ? $"{Low}-{high}" : $"{Low}+";
}

/// <summary>A count as a viewer sees it: the number, its class instead, or neither when it is not known.</summary>
public readonly record struct ShownCount(int? Count, CountClass? Class)
{
    /// <summary>What is drawn and ordered by; null when nothing is known or shown.</summary>
    public double? Amount => Count ?? Class?.Middle;

    public bool IsKnown => Count is not null || Class is not null;

    /// <summary>A count as it is.</summary>
    public static implicit operator ShownCount(int? count) => new(count, null);
}
