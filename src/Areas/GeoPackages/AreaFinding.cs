namespace Twente.Igw.Areas;

/// <summary>Why a boundary file was refused: the thing that is wrong, what it says, and the rule it breaks.</summary>
public sealed record AreaFinding(string Thing, string Value, string Rule)
{
    public override string ToString() => Value.Length == 0 ? $"{Thing}: {Rule}." : $"{Thing}: '{Value}'; {Rule}.";
}

/// <summary>What was found wrong with a file so far; the first hundred are kept, all are counted.</summary>
internal sealed class AreaFindings
{
    public const int Kept = 100;
    private const int LongestValue = 80;
    private readonly List<AreaFinding> _first = [];

    public int Total { get; private set; }

    public bool Any => Total > 0;

    public IReadOnlyList<AreaFinding> First => _first;

    /// <param name="thing">What is wrong: <c>buurt BU01530000</c>.</param>
    /// <param name="value">What the file says; shortened, because a damaged file may hold anything.</param>
    /// <param name="rule">What it should be.</param>
    public void Add(string thing, object? value, string rule)
    {
        Total++;
        if (_first.Count < Kept)
            _first.Add(new AreaFinding(Plain(thing), Plain(value), rule));
    }

    private static string Plain(object? value)
    {
        var text = value switch
        {
            null => "(leeg)",
            byte[] bytes => $"{bytes.Length} bytes",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
        text = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return text.Length <= LongestValue ? text : string.Concat(text.AsSpan(0, LongestValue), "…");
    }
}
