using System.Collections.Frozen;
using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>What key figures were made of; two with the same stamp answer alike.</summary>
/// <param name="Municipality">Whose figures.</param>
/// <param name="Version">The gemeente's own data version.</param>
/// <param name="PublicVersion">The version of what is published for all gemeenten.</param>
public sealed record KeyFigureStamp(AreaCode Municipality, long Version, long PublicVersion)
{
    /// <summary>The closed feeds of the gemeente, whose values were left out.</summary>
    public string Closed { get; init; } = "";
}

/// <summary>A value and how it came about.</summary>
/// <param name="Value">The value, in one of its three states.</param>
/// <param name="IsSum">Whether it was added up from finer areas instead of delivered.</param>
public readonly record struct KeyFigureCell(KeyFigureValue Value, bool IsSum);

/// <summary>
/// All key figures of one gemeente at one pair of versions, immutable. A value delivered at a level wins over a sum,
/// also when it is delivered as not known; sums are made of additive figures only, and only of values that are all
/// known. Below the gemeente a value counts on its own boundaries alone.
/// </summary>
public sealed class KeyFigures
{
    private readonly FrozenDictionary<(KeyFigureCode, KeyFigurePeriod, AreaLevel), CountedUnit> _units;
    private readonly FrozenDictionary<KeyFigureCode, IReadOnlyList<KeyFigurePeriod>> _periods;

    internal KeyFigures(KeyFigureStamp stamp, KeyFigureList list, IEnumerable<CountedUnit> units)
    {
        (Stamp, List) = (stamp, list);
        var counted = new Dictionary<(KeyFigureCode, KeyFigurePeriod, AreaLevel), CountedUnit>();
        // Two suppliers may bring the same figure; what came last is shown.
        foreach (var unit in units.OrderBy(u => u.FromVersion))
            counted[(unit.Unit.Figure, unit.Unit.Period, unit.Unit.Level)] = unit;
        _units = counted.ToFrozenDictionary();
        _periods = counted.Keys.GroupBy(k => k.Item1).ToFrozenDictionary(
            g => g.Key, g => (IReadOnlyList<KeyFigurePeriod>)[.. g.Select(k => k.Item2).Distinct().Order()]);
    }

    public KeyFigureStamp Stamp { get; }

    /// <summary>Figures of which values were left out, because they may not be shown yet.</summary>
    internal IReadOnlySet<KeyFigureCode> Closed { get; init; } = new HashSet<KeyFigureCode>();

    public KeyFigureList List { get; }

    /// <summary>The periods of which there is anything of a figure, oldest first.</summary>
    public IReadOnlyList<KeyFigurePeriod> PeriodsOf(KeyFigureCode figure) => _periods.GetValueOrDefault(figure) ?? [];

    /// <summary>The newest period that can be answered on a level and these boundaries; null for none.</summary>
    public KeyFigurePeriod? NewestOf(KeyFigure figure, AreaLevel level, int boundaryYear) =>
        PeriodsOf(figure.Code).Select(p => (KeyFigurePeriod?)p)
            .LastOrDefault(p => LevelsFor(figure, level).Any(l => Find(figure, p!.Value, l, boundaryYear) is not null));

    /// <summary>The newest boundary year that a figure of a period was delivered on; null when it never was.</summary>
    public int? BoundaryYearOf(KeyFigureCode figure, KeyFigurePeriod period) =>
        Enum.GetValues<AreaLevel>().Select(l => _units.GetValueOrDefault((figure, period, l))?.BoundaryYear).Max();

    /// <summary>The value of one area.</summary>
    /// <param name="figure">A figure of <see cref="List"/>.</param>
    /// <param name="period">One of its periods; of another nothing is known.</param>
    /// <param name="area">The area.</param>
    /// <param name="areas">The boundaries of the answer.</param>
    public KeyFigureCell Of(KeyFigure figure, KeyFigurePeriod period, AreaCode area, MunicipalityAreas areas)
    {
        if (Find(figure, period, area.Level, areas.BoundaryYear) is { } unit
            && unit.Values.TryGetValue(area, out var delivered))
            return new KeyFigureCell(delivered, IsSum: false);
        if (!figure.IsAdditive || area.Level == AreaLevel.Neighbourhood)
            return default;
        var sum = area.Level == AreaLevel.District ? null : SumAt(AreaLevel.District);
        return (sum ?? SumAt(AreaLevel.Neighbourhood)) is { } value ? new KeyFigureCell(value, IsSum: true) : default;

        // Null when the level was not delivered at all; then a finer one may have been.
        KeyFigureValue? SumAt(AreaLevel level) => Find(figure, period, level, areas.BoundaryYear) is null
            ? null
            : Sum(figure, period, areas.At(level).Select(a => a.Code).Where(a => areas.IsWithin(a, area)), areas);
    }

    /// <summary>The sum of a group of areas; not known as soon as one of them is, or when there are none.</summary>
    /// <exception cref="InvalidOperationException">The figure is a mean or share.</exception>
    public KeyFigureValue Sum(
        KeyFigure figure, KeyFigurePeriod period, IEnumerable<AreaCode> group, MunicipalityAreas areas)
    {
        if (!figure.IsAdditive)
            throw new InvalidOperationException($"Key figure {figure.Code} is a mean; means are never summed.");
        KeyFigureValue? sum = null;
        foreach (var area in group)
        {
            var value = Of(figure, period, area, areas).Value;
            sum = sum?.Plus(value) ?? value;
        }
        return sum ?? KeyFigureValue.NotKnown;
    }

    /// <summary>The levels an answer on this level can be made from.</summary>
    private static IEnumerable<AreaLevel> LevelsFor(KeyFigure figure, AreaLevel level) =>
        figure.IsAdditive ? Enum.GetValues<AreaLevel>().Where(l => l >= level) : [level];

    /// <summary>Borders of districts move between years; the gemeente as a whole is held to be the same.</summary>
    private CountedUnit? Find(KeyFigure figure, KeyFigurePeriod period, AreaLevel level, int boundaryYear) =>
        _units.GetValueOrDefault((figure.Code, period, level)) is { } unit
        && (level == AreaLevel.Municipality || unit.BoundaryYear == boundaryYear)
            ? unit
            : null;
}

/// <summary>The values that count for a unit.</summary>
internal sealed record CountedUnit(
    KeyFigureUnit Unit, int BoundaryYear, long FromVersion, IReadOnlyDictionary<AreaCode, KeyFigureValue> Values)
{
    /// <summary>Whose it is; of what is published for all gemeenten nobody's.</summary>
    public Feed Feed { get; init; }
}
