using Twente.Igw.Areas;
using Twente.Igw.Figures;

namespace Twente.Igw.Benchmarks;

/// <summary>The town's total of every week: what a reader can tell one state of the figures from another by.</summary>
internal sealed class WeekTotals : IEquatable<WeekTotals>
{
    private readonly int[] _totals;

    private WeekTotals(int[] totals) => _totals = totals;

    /// <summary>As a reader sees them, from the first of the five years on.</summary>
    public static WeekTotals Of(Cube cube)
    {
        var first = InventedTown.FiveYears.First;
        var all = new WeekRange(first, first.Plus(MostWeeks - 1));
        return new WeekTotals(cube.CountWeeks(
            DefaultCategories.Total, AreaCode.Parse("GM0153"), InventedTown.BoundaryYear, all));
    }

    /// <summary>As they must be once this file counts, whole.</summary>
    public WeekTotals With(InventedFile file)
    {
        var after = (int[])_totals.Clone();
        foreach (var week in file.Weeks.Weeks())
            after[IndexOf(week)] = 0;
        foreach (var fact in file.Facts)
            after[IndexOf(fact.Week)] += fact.Count;
        return new WeekTotals(after);
    }

    public bool Equals(WeekTotals? other) => other is not null && _totals.AsSpan().SequenceEqual(other._totals);

    public override bool Equals(object? obj) => Equals(obj as WeekTotals);

    public override int GetHashCode() => _totals.Sum();

    /// <summary>Room for the deliveries of eleven years of killing.</summary>
    private const int MostWeeks = 600;

    private static int IndexOf(IsoWeek week) => week.Index - InventedTown.FiveYears.First.Index;
}
