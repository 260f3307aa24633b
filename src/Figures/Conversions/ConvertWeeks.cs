using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>
/// Makes of weeks delivered on one boundary year the same weeks on another. Incidents are dealt whole, a queue for each
/// neighbourhood and group of categories, oldest week first; so a group's count in any window is less than two from
/// what the weights say, counts below the gemeente stay whole numbers that add up, and the gemeente's do not change.
/// </summary>
internal sealed class ConvertWeeks
{
    private readonly Conversion _conversion;
    private readonly Part[]?[] _parts;
    private readonly ushort _unknown;
    private readonly int[] _groups;
    private readonly int[] _ranks;
    private readonly Dictionary<(ushort Area, int Group), DealIncidents> _queues = [];

    private ConvertWeeks(Conversion conversion, CategoryTree tree, ConvertedCodes codes, AreaCode municipality)
    {
        _conversion = conversion;
        _parts = [.. codes.Of.Areas.Select(code => PartsOf(conversion, codes, code))];
        _unknown = codes.NumberOf(municipality.Code);
        // A class that the tree lacks has no group; place 0 is a class, so its queue is nobody else's.
        _groups = [.. codes.Of.Classes.Select(c => tree.PlacesAbove(c) is [_, var group, ..] ? group : 0)];
        _ranks = RanksOf([.. codes.Of.Classes.Select(c => c.Code)]);
    }

    /// <summary>The blocks of a conversion's first year, on its second.</summary>
    /// <param name="conversion">From which year to which.</param>
    /// <param name="blocks">Blocks of any year, ordered by week; only those to convert are.</param>
    /// <param name="tree">The categories.</param>
    /// <param name="codes">What the numbers in cells stand for, with those of the second year.</param>
    /// <param name="municipality">Takes what has no neighbourhood.</param>
    public static IEnumerable<WeekBlock> Execute(
        Conversion conversion, IEnumerable<WeekBlock> blocks, CategoryTree tree, ConvertedCodes codes,
        AreaCode municipality)
    {
        var convert = new ConvertWeeks(conversion, tree, codes, municipality);
        return blocks.Where(b => b.BoundaryYear == conversion.From).Select(convert.Block).ToList();
    }

    private WeekBlock Block(WeekBlock block)
    {
        var converted = new List<Cell>(block.Cells.Length);
        // A database gives the rows of a week in any order; incidents are dealt in one.
        foreach (var cell in block.Cells.OrderBy(c => _ranks[c.Class]).ThenBy(c => c.Slot))
            if (_parts[cell.Area] is { } parts)
                Deal(cell, parts, converted);
            else
                converted.Add(cell with { Area = _unknown });
        return new WeekBlock(block.Week, block.Delivery, _conversion.To, [.. converted]);
    }

    private void Deal(Cell cell, Part[] parts, List<Cell> converted)
    {
        if (parts.Length == 1)
        {
            converted.Add(cell with { Area = parts[0].Area });
            return;
        }
        var key = (cell.Area, _groups[cell.Class]);
        if (!_queues.TryGetValue(key, out var queue))
            _queues[key] = queue = new DealIncidents([.. parts.Select(p => p.Weight)]);
        Span<ushort> counts = stackalloc ushort[parts.Length];
        counts.Clear();
        for (var incident = 0; incident < cell.Count; incident++)
            counts[queue.Next()]++;
        for (var part = 0; part < parts.Length; part++)
            if (counts[part] > 0)
                converted.Add(cell with { Area = parts[part].Area, Count = counts[part] });
    }

    private static Part[]? PartsOf(Conversion conversion, ConvertedCodes codes, string code) =>
        conversion.PartsOf(code) is { } parts
            ? [.. parts.To.Zip(parts.Weights, (to, weight) => new Part(codes.NumberOf(to), weight))]
            : null;

    /// <summary>Numbers of codes differ between processes; their order in the alphabet does not.</summary>
    private static int[] RanksOf(string[] codes)
    {
        var places = Enumerable.Range(0, codes.Length).ToArray();
        Array.Sort([.. codes], places, StringComparer.Ordinal);
        var ranks = new int[codes.Length];
        for (var rank = 0; rank < places.Length; rank++)
            ranks[places[rank]] = rank;
        return ranks;
    }

    private readonly record struct Part(ushort Area, int Weight);
}

/// <summary>The codes of a tenant's cells together with those that cells are converted to.</summary>
internal sealed class ConvertedCodes
{
    private readonly Dictionary<string, ushort> _numbers = new(StringComparer.Ordinal);

    public ConvertedCodes(Codes codes, IEnumerable<string> more)
    {
        var areas = codes.Areas.Concat(more).Distinct(StringComparer.Ordinal).ToList();
        for (var i = 0; i < areas.Count; i++)
            _numbers[areas[i]] = checked((ushort)i);
        Of = new Codes(areas, codes.Classes);
    }

    public Codes Of { get; }

    public ushort NumberOf(string area) => _numbers[area];
}
