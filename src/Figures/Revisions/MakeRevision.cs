using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>One week of a delivery with what counted for it before; null when nothing did.</summary>
internal readonly record struct WeekRevision(WeekBlock? Before, WeekBlock After);

/// <summary>Adds up, week by week, what changed: pure.</summary>
internal sealed class MakeRevision
{
    private readonly CategoryTree _tree;
    private readonly Codes _codes;
    private readonly int[][] _places;
    private readonly (int Offences, int Incidents) _trees;
    private readonly Revised[] _categories;
    private readonly SortedDictionary<string, (Revised Offences, Revised Incidents, int Year)> _areas =
        new(StringComparer.Ordinal);

    /// <param name="tree">The categories.</param>
    /// <param name="codes">What the numbers in the cells stand for.</param>
    /// <param name="seesSensitive">Without it sensitive classes count nowhere: no difference gives them.</param>
    public MakeRevision(CategoryTree tree, Codes codes, bool seesSensitive)
    {
        (_tree, _codes) = (tree, codes);
        _places = [.. codes.Classes.Select(c => tree.Counts(c, seesSensitive) ? tree.PlacesAbove(c) : [])];
        _trees = (tree.PlaceOf(DefaultCategories.Offences), tree.PlaceOf(DefaultCategories.Nuisance));
        _categories = new Revised[tree.Count];
    }

    /// <summary>Adds a week.</summary>
    public RevisedWeek Add(WeekRevision week)
    {
        var isNew = week.Before is null;
        var counts = new Revised[_categories.Length];
        foreach (var cell in week.After.Cells)
            Add(cell, isNew ? new Revised(0, 0, cell.Count) : new Revised(0, cell.Count, 0), week.After, counts);
        foreach (var cell in week.Before?.Cells ?? [])
            Add(cell, new Revised(cell.Count, 0, 0), week.Before!, counts);
        for (var place = 0; place < counts.Length; place++)
            _categories[place] += counts[place];
        return new RevisedWeek(week.After.Week, isNew, counts[_trees.Offences], counts[_trees.Incidents]);
    }

    public IReadOnlyList<RevisedCategory> Categories() =>
    [
        .. _tree.InOrder
            .Select(c => new RevisedCategory(c.Code, c.Title, c.Kind, _categories[_tree.PlaceOf(c.Code)]))
            .Where(c => !c.Counts.IsNothing),
    ];

    /// <param name="nameOf">The name of an area in a boundary year; null when it is not known.</param>
    public IReadOnlyList<RevisedArea> Areas(Func<int, AreaCode, string?> nameOf) =>
    [
        .. _areas.Select(a => (Code: AreaCode.Parse(a.Key), a.Value))
            .OrderByDescending(a => a.Code.Level == AreaLevel.Municipality)
            .Select(a => new RevisedArea(
                a.Code, a.Code.Level == AreaLevel.Municipality ? "Zonder buurt"
                    : nameOf(a.Value.Year, a.Code) ?? a.Code.Code,
                a.Value.Offences, a.Value.Incidents)),
    ];

    private void Add(Cell cell, Revised count, WeekBlock block, Revised[] counts)
    {
        if (_places[cell.Class].Length == 0)
            return;
        var (offences, incidents) = (default(Revised), default(Revised));
        foreach (var place in _places[cell.Class])
        {
            counts[place] += count;
            (offences, incidents) = (place == _trees.Offences ? count : offences,
                place == _trees.Incidents ? count : incidents);
        }
        var area = _codes.Areas[cell.Area];
        var sofar = _areas.GetValueOrDefault(area);
        _areas[area] = (sofar.Offences + offences, sofar.Incidents + incidents,
            Math.Max(sofar.Year, block.BoundaryYear));
    }
}
