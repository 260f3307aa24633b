namespace Twente.Igw.Deliveries;

/// <summary>Collects what is wrong in a file: the first 1,000 are kept, all are counted.</summary>
internal sealed class Findings
{
    public const int MaxKept = 1_000;

    private readonly List<Finding> _kept = [];

    /// <summary>The first 1,000, in the order of the file.</summary>
    public IReadOnlyList<Finding> Kept => _kept;

    /// <summary>All of them, also those not kept.</summary>
    public long Count { get; private set; }

    public bool Any => Count > 0;

    public static Findings Of(params ReadOnlySpan<Finding> all)
    {
        var findings = new Findings();
        foreach (var finding in all)
            findings.Add(finding);
        return findings;
    }

    /// <summary>Both together, in the order of the file.</summary>
    public static Findings Merge(Findings first, Findings second)
    {
        var merged = new Findings();
        merged.AddRange(first._kept.Concat(second._kept).OrderBy(f => f.Line).ThenBy(f => f.Column));
        merged.Count = first.Count + second.Count;
        return merged;
    }

    /// <summary>Says of each what it says in other words, such as those of the supplier's own file.</summary>
    public void Replace(Func<Finding, Finding> by)
    {
        for (var i = 0; i < _kept.Count; i++)
            _kept[i] = by(_kept[i]);
    }

    /// <summary>Says of those that stand on a line on which sheet that is.</summary>
    public void NameSheet(string sheet)
    {
        if (sheet.Length == 0)
            return;
        var shown = PrintableValue.Of(sheet);
        for (var i = 0; i < _kept.Count; i++)
            _kept[i] = _kept[i].Line == 0 ? _kept[i] : _kept[i] with { Sheet = shown };
    }

    public void AddRange(IEnumerable<Finding> more)
    {
        foreach (var finding in more)
            Add(finding);
    }

    public void Add(Finding finding)
    {
        Count++;
        if (_kept.Count < MaxKept)
            _kept.Add(finding);
    }

    /// <summary>Adds a finding about a field; its texts are only made while findings are kept.</summary>
    public void Add(
        long line, int column, string code, ReadOnlySpan<byte> value, params ReadOnlySpan<object?> details)
    {
        if (_kept.Count < MaxKept)
            Add(Finding.At(line, column, code, PrintableValue.Of(value), details));
        else
            Count++;
    }
}
