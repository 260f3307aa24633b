namespace Twente.Igw.Figures;

/// <summary>Why a file with key figures was refused: the thing, what it says, and the rule it breaks.</summary>
public sealed record ImportFinding(string Thing, string Value, string Rule)
{
    public override string ToString() => Value.Length == 0 ? $"{Thing}: {Rule}." : $"{Thing}: '{Value}'; {Rule}.";
}

/// <summary>What was found wrong with a file so far; the first hundred are kept, all are counted.</summary>
internal sealed class ImportFindings
{
    private const int Kept = 100;
    private const int LongestValue = 120;
    private readonly List<ImportFinding> _first = [];

    public int Total { get; private set; }

    public bool Any => Total > 0;

    public IReadOnlyList<ImportFinding> First => _first;

    public void Add(string thing, string value, string rule)
    {
        Total++;
        if (_first.Count < Kept)
            _first.Add(new ImportFinding(Plain(thing), Plain(value), rule));
    }

    private static string Plain(string text)
    {
        text = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return text.Length <= LongestValue ? text : string.Concat(text.AsSpan(0, LongestValue), "…");
    }
}
