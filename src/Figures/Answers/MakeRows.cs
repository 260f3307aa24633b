using Twente.Igw.Analysis;
using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>Makes the row of each area: count, rate, interval and sign.</summary>
internal static class MakeRows
{
    public static FigureRow[] Of(Topic topic, WeekCoverage weeks, LevelCounts counts)
    {
        var rows = new List<FigureRow>(topic.Level.Count);
        for (var i = 0; i < topic.Level.Count; i++)
            if (topic.Asks(topic.Level[i].Code))
                rows.Add(Of(topic, topic.Level[i], weeks.Counted == 0 ? null : counts.Areas[i], weeks));
        return [.. rows];
    }

    private static FigureRow Of(Topic topic, Area area, ShownCount? shown, WeekCoverage weeks)
    {
        if (shown?.Class is { } @class)
            return InClass(topic, area, @class, weeks);
        var count = shown?.Count;
        var size = count is null ? null : RateUnit.SizeOf(area, topic.Category.Denominator);
        Interval? interval = size is { } of ? RateUnit.IntervalOf(count!.Value).Scale(1000d / of) : null;
        return new FigureRow
        {
            Area = area.Code, Name = area.Name, Count = count, Inhabitants = area.Inhabitants,
            Per1000 = count * 1000d / size, Lower = interval?.Lower, Upper = interval?.Upper,
            Sign = SignOf(topic, count, size), Rounded = topic.IsRounded(area.Code, weeks),
        };
    }

    /// <summary>Nothing is made of a count that is not shown: a rate with its size gives the count back.</summary>
    private static FigureRow InClass(Topic topic, Area area, CountClass @class, WeekCoverage weeks) => new()
    {
        Area = area.Code, Name = area.Name, Count = null, Class = @class, Inhabitants = area.Inhabitants,
        Per1000 = null, Lower = null, Upper = null, Rounded = topic.IsRounded(area.Code, weeks),
        Sign = @class.IsShielded ? "x" : topic.Provisional ? "*" : null,
    };

    private static string? SignOf(Topic topic, int? count, int? size) => (count, size) switch
    {
        (null, _) => ".",
        (_, null) when topic.Category.Denominator != Denominator.None => ".",
        _ => topic.Provisional ? "*" : null,
    };
}
