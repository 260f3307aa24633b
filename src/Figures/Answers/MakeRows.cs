using Twente.Igw.Analysis;
using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>Makes the row of each area: count, rate, interval and sign.</summary>
internal static class MakeRows
{
    public static FigureRow[] Of(Topic topic, WeekCoverage weeks)
    {
        var counts = topic.CountsIn(topic.Cube, topic.Weeks);
        var rows = new List<FigureRow>(counts.Length);
        for (var i = 0; i < counts.Length; i++)
            if (topic.Asks(topic.Level[i].Code))
                rows.Add(Of(topic, topic.Level[i], weeks.Counted == 0 ? null : counts[i], weeks));
        return [.. rows];
    }

    private static FigureRow Of(Topic topic, Area area, int? count, WeekCoverage weeks)
    {
        var size = count is null ? null : RateUnit.SizeOf(area, topic.Category.Denominator);
        Interval? interval = size is { } of ? RateUnit.IntervalOf(count!.Value).Scale(1000d / of) : null;
        return new FigureRow
        {
            Area = area.Code, Name = area.Name, Count = count, Inhabitants = area.Inhabitants,
            Per1000 = count * 1000d / size, Lower = interval?.Lower, Upper = interval?.Upper,
            Sign = SignOf(topic, count, size), Rounded = topic.IsRounded(area.Code, weeks),
        };
    }

    private static string? SignOf(Topic topic, int? count, int? size) => (count, size) switch
    {
        (null, _) => ".",
        (_, null) when topic.Category.Denominator != Denominator.None => ".",
        _ => topic.Provisional ? "*" : null,
    };
}
