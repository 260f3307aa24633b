using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>Counts of every area of a level, and without place, as the viewer of a topic sees them.</summary>
/// <param name="Areas">In the order of the level.</param>
/// <param name="PlaceUnknown">Without a neighbourhood; nothing for the gemeente as a whole in ring Lezen.</param>
internal sealed record LevelCounts(IReadOnlyList<ShownCount> Areas, ShownCount PlaceUnknown)
{
    /// <param name="topic">What is asked, and by whom.</param>
    /// <param name="cube">The topic's cube, or an older one.</param>
    /// <param name="window">The topic's weeks, or earlier ones.</param>
    public static LevelCounts In(Topic topic, Cube cube, WeekRange window)
    {
        int?[] counts = [.. topic.CountsIn(cube, window).Select(c => (int?)c)];
        var unknown = topic.PlaceUnknownIn(cube, window);
        if (!topic.InClasses)
            return new LevelCounts([.. counts.Select(c => (ShownCount)c)], unknown);
        if (topic.Question.Level == AreaLevel.Municipality)
            return new LevelCounts(ShowCounts.Alone(counts), default);
        var shown = ShowCounts.Of([.. counts, unknown], Totals(topic.Level));
        return new LevelCounts(shown[..^1], shown[^1]);
    }

    /// <summary>
    /// What the parts add up to on other pages: the gemeente, with what has no place; and each district.
    /// </summary>
    private static IReadOnlyList<IReadOnlyList<int>> Totals(IReadOnlyList<Area> level)
    {
        var places = level.Select((area, place) => (area.Code, Place: place)).ToList();
        IReadOnlyList<int> gemeente = [.. Enumerable.Range(0, level.Count + 1)];
        return
        [
            .. places.Where(p => p.Code.Level == AreaLevel.Neighbourhood).GroupBy(p => p.Code.District)
                .Select(district => (IReadOnlyList<int>)[.. district.Select(p => p.Place)]),
            gemeente,
        ];
    }
}
