using Twente.Igw.Analysis;

namespace Twente.Igw.Figures;

/// <summary>Estimates from earlier years how much more than chance counts swing at the level of an answer.</summary>
internal static class Spread
{
    private const int Years = 3;
    private const int SlotWeeks = 4;

    /// <summary>
    /// Overdispersion φ, 1 or more; null when two complete earlier years are not known. The same window of each area
    /// in each earlier year; where too few areas carry that (the gemeente as a whole is one), every stretch of four
    /// weeks of those years, each held against the same stretch in the other years so that season is not counted
    /// as swing.
    /// </summary>
    public static double? Of(Topic topic)
    {
        var windows = Window.Earlier(topic.Weeks, Years);
        return Estimate(topic, [windows]) ?? Estimate(topic, Slots(windows));
    }

    private static IEnumerable<IReadOnlyList<WeekRange>> Slots(IReadOnlyList<WeekRange> windows)
    {
        for (var back = 0; back < Window.YearInWeeks; back += SlotWeeks)
            yield return [.. windows.Select(w => Window.Ending(w.Last.Plus(-back), SlotWeeks))];
    }

    /// <param name="topic">Category, level and cube.</param>
    /// <param name="rows">Of each row the same weeks in successive years; years not all delivered are left out.</param>
    private static double? Estimate(Topic topic, IEnumerable<IReadOnlyList<WeekRange>> rows)
    {
        var slots = rows.ToArray();
        var complete = Enumerable.Range(0, Years)
            .Where(year => slots.All(row => IsComplete(topic, row[year]))).ToArray();
        if (complete.Length < 2)
            return null;

        var counts = new List<long>();
        foreach (var row in slots)
        {
            var years = complete.Select(year => topic.CountsIn(topic.Cube, row[year])).ToArray();
            for (var area = 0; area < topic.Level.Count; area++)
                counts.AddRange(years.Select(year => (long)Seen(topic, year[area])));
        }
        return Overdispersion.EstimateFromYears([.. counts], complete.Length);
    }

    /// <summary>What is estimated from classes tells no more than the classes.</summary>
    private static int Seen(Topic topic, int count) => topic.InClasses ? CountClass.Rough(count) : count;

    private static bool IsComplete(Topic topic, WeekRange weeks) => topic.CoverageIn(topic.Cube, weeks).IsComplete;
}
