using System.Collections.Frozen;
using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>How counts of one boundary year go to another: a reviewed crosswalk as the cube uses it.</summary>
internal sealed class Conversion
{
    private readonly FrozenDictionary<string, (string[] To, int[] Weights)> _parts;
    private readonly FrozenSet<AreaCode> _divided;

    public Conversion(Crosswalk crosswalk)
    {
        (From, To) = (crosswalk.FromYear, crosswalk.ToYear);
        var from = crosswalk.Rows.GroupBy(r => r.From).ToList();
        _parts = from.ToFrozenDictionary(
            g => g.Key.Code, g => (g.Select(r => r.To.Code).ToArray(), g.Select(r => r.Weight).ToArray()));
        _divided = from.SelectMany(g => Over(g, r => r.To).Concat(Over(g, r => r.To.District))).ToFrozenSet();
    }

    /// <summary>The boundary year counts were delivered on.</summary>
    public int From { get; }

    /// <summary>The boundary year they go to.</summary>
    public int To { get; }

    public IEnumerable<string> Targets => _parts.Values.SelectMany(p => p.To).Distinct();

    /// <summary>Whether an area holds a part of a neighbourhood of which another area holds a part too.</summary>
    public bool Divides(AreaCode area) => _divided.Contains(area);

    /// <summary>Where the counts of a neighbourhood go; null when the earlier year has no such neighbourhood.</summary>
    public (string[] To, int[] Weights)? PartsOf(string code) =>
        _parts.TryGetValue(code, out var parts) ? parts : null;

    /// <summary>The areas a neighbourhood's counts are divided over; none when they all go to one.</summary>
    private static List<AreaCode> Over(IEnumerable<CrosswalkRow> rows, Func<CrosswalkRow, AreaCode> area)
    {
        var over = rows.Select(area).Distinct().ToList();
        return over.Count > 1 ? over : [];
    }
}
