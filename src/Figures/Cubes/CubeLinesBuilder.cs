using System.Runtime.InteropServices;

namespace Twente.Igw.Figures;

/// <summary>
/// Sums week blocks into lines. Weeks come in ascending order; what a week adds is first summed in a dense row, so
/// that a line gets one entry per week whatever the number of cells.
/// </summary>
internal sealed class CubeLinesBuilder(CubeAreas areas, CategoryTree tree, Codes codes)
{
    private readonly int[] _week = new int[tree.Count * areas.Count];
    private readonly int[] _total = new int[tree.Count * areas.Count];
    private readonly List<int> _touched = [];
    private readonly List<(int Line, ushort Week, int Cumulative)> _entries = [];
    private readonly int[][] _above = [.. codes.Classes.Select(tree.PlacesAbove)];
    private readonly Dictionary<int, (int District, int Neighbourhood)[]> _places =
        areas.Years.ToDictionary(y => y.Year, y => codes.Areas.Select(y.PlacesOf).ToArray());

    /// <param name="blocks">Counting blocks, ordered by week.</param>
    /// <param name="converted">The same weeks on other boundaries; they count below the municipality only.</param>
    public CubeLines Build(IReadOnlyList<WeekBlock> blocks, IReadOnlyList<WeekBlock> converted)
    {
        var convertedOf = converted.ToLookup(b => b.Week);
        for (var i = 0; i < blocks.Count; i++)
        {
            Add(blocks[i]);
            if (i + 1 < blocks.Count && blocks[i + 1].Week == blocks[i].Week)
                continue;
            foreach (var block in convertedOf[blocks[i].Week])
                AddConverted(block);
            EndWeek(blocks[i].Week);
        }
        return Sorted();
    }

    private void Add(WeekBlock block)
    {
        var (places, unknown) = (_places[block.BoundaryYear], areas.Find(block.BoundaryYear)!.Unknown);
        foreach (var cell in block.Cells)
        {
            var (district, neighbourhood) = places[cell.Area];
            foreach (var category in _above[cell.Class])
            {
                var line = category * areas.Count;
                Add(line, cell.Count);
                Add(line + district, cell.Count);
                if (district != unknown)
                    Add(line + neighbourhood, cell.Count);
            }
        }
    }

    private void AddConverted(WeekBlock block)
    {
        var (places, year) = (_places[block.BoundaryYear], areas.Find(block.BoundaryYear)!);
        foreach (var cell in block.Cells)
        {
            var (district, neighbourhood) = places[cell.Area];
            foreach (var category in _above[cell.Class])
            {
                var line = category * areas.Count;
                Add(line + (district == year.Unknown ? year.ConvertedUnknown : district), cell.Count);
                if (district != year.Unknown)
                    Add(line + neighbourhood, cell.Count);
            }
        }
    }

    private void Add(int line, int count)
    {
        if (count == 0)
            return;
        if (_week[line] == 0)
            _touched.Add(line);
        _week[line] += count;
    }

    private void EndWeek(IsoWeek week)
    {
        foreach (var line in _touched)
        {
            _total[line] += _week[line];
            _week[line] = 0;
            _entries.Add((line, checked((ushort)week.Index), _total[line]));
        }
        _touched.Clear();
    }

    /// <summary>Lays the entries of each line together; a counting sort, which keeps the order of weeks.</summary>
    private CubeLines Sorted()
    {
        var starts = new int[_week.Length + 1];
        foreach (ref readonly var entry in CollectionsMarshal.AsSpan(_entries))
            starts[entry.Line + 1]++;
        for (var line = 0; line < _week.Length; line++)
            starts[line + 1] += starts[line];

        var next = starts.AsSpan(0, _week.Length).ToArray();
        var (weeks, cumulative) = (new ushort[_entries.Count], new int[_entries.Count]);
        foreach (ref readonly var entry in CollectionsMarshal.AsSpan(_entries))
        {
            var at = next[entry.Line]++;
            (weeks[at], cumulative[at]) = (entry.Week, entry.Cumulative);
        }
        return new CubeLines(starts, weeks, cumulative);
    }
}
