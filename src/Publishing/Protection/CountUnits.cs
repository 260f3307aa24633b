using NodaTime;
using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Twente.Igw.Regional;

namespace Twente.Igw.Publishing;

/// <summary>Counts what a publication is about, class by class, month by month and district by district.</summary>
internal static class CountUnits
{
    /// <summary>The weeks of a month: those whose Thursday lies in it.</summary>
    public static WeekRange WeeksOf(ReportingPeriod month)
    {
        var (first, last) = (LocalDate.FromDateOnly(month.FirstDay), LocalDate.FromDateOnly(month.LastDay));
        var (from, to) = (IsoWeek.Of(first), IsoWeek.Of(last));
        return new WeekRange(
            from.Thursday < first ? from.Plus(1) : from, to.Thursday > last ? to.Plus(-1) : to);
    }

    /// <summary>The newest month of which every week was delivered; null when there is none.</summary>
    public static ReportingPeriod? NewestWhole(Cube cube, ReportingPeriod from)
    {
        if (cube.Coverage.Stand is not { } stand)
            return null;
        var month = ReportingPeriod.MonthOf(stand.Thursday.ToDateOnly());
        if (WeeksOf(month).Last > stand)
            month = month.Previous;
        for (; month.CompareTo(from) >= 0; month = month.Previous)
            if (cube.Coverage.Of(WeeksOf(month), null).IsComplete)
                return month;
        return null;
    }

    /// <param name="cube">The gemeente's figures.</param>
    /// <param name="model">Which classes.</param>
    /// <param name="from">The first month.</param>
    /// <param name="until">The last month.</param>
    /// <param name="keys">Her secret keys.</param>
    public static TrueCounts Execute(
        Cube cube, ModelAgreement model, ReportingPeriod from, ReportingPeriod until, UnitKeys keys)
    {
        var months = new List<ReportingPeriod>();
        for (var month = from; month.CompareTo(until) <= 0; month = month.Next)
            months.Add(month);
        var year = cube.AnswerYear(WeeksOf(until));
        var districts = year is { } known ? cube.Areas(known)!.Districts.Select(d => d.Code.Code).ToList() : [];
        var groups = model.Categories.Where(c => c.IsGroup).Select(c => c.Code).ToHashSet(StringComparer.Ordinal);
        // A gemeente's own classes count in the region's groups and are no class of the region's.
        var classes = cube.Tree.Classes
            .Where(c => model.Find(c.Code.ToString()) is { IsGroup: false }
                || (c.Parent is { } parent && groups.Contains(parent.ToString())))
            .Select(c => c.Code).ToList();
        var counts = new TrueCounts(districts, classes.ConvertAll(c => c.ToString()), months);
        for (var ofClass = 0; ofClass < classes.Count; ofClass++)
            for (var month = 0; month < months.Count; month++)
                foreach (var week in WeeksOf(months[month]).Weeks())
                    Add(counts, cube, keys, new Unit(classes[ofClass], ofClass, month, week, year));
        return counts;
    }

    private static void Add(TrueCounts counts, Cube cube, UnitKeys keys, Unit unit)
    {
        var (code, week) = (unit.Class.ToString(), new WeekRange(unit.Week, unit.Week));
        var total = cube.Count(unit.Class, week);
        if (total == 0)
            return;
        var placed = 0;
        Span<int> inDistricts = stackalloc int[counts.Districts.Count];
        if (unit.BoundaryYear is { } year && inDistricts.Length > 0)
            cube.Count(unit.Class, AreaLevel.District, year, week, inDistricts);
        for (var district = 0; district < inDistricts.Length; district++)
        {
            if (inDistricts[district] == 0)
                continue;
            placed += inDistricts[district];
            counts.Add(district, unit.Place, unit.Month, new UnitSum(
                inDistricts[district],
                keys.Sum(code, counts.Districts[district], unit.Week.Number, inDistricts[district])));
        }
        if (total > placed)
            counts.Add(counts.Unknown, unit.Place, unit.Month, new UnitSum(
                total - placed, keys.Sum(code, cube.Stamp.Municipality.Code, unit.Week.Number, total - placed)));
    }

    /// <summary>
    /// What is counted: a class, its place and that of the month among others, a week, the boundaries.
    /// </summary>
    private readonly record struct Unit(CategoryCode Class, int Place, int Month, IsoWeek Week, int? BoundaryYear);
}
