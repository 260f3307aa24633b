using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>
/// Counts by weekday and daypart. Read from the cells themselves: they are the sparse form, and a year of a large
/// gemeente is some ten thousand of them.
/// </summary>
internal static class Slots
{
    /// <summary>Counts per slot (<see cref="Cell.SlotOf"/>) of the area, category and weeks of a question.</summary>
    public static int[] Of(Topic topic)
    {
        var (codes, slots) = (topic.Cube.Converted.Codes, new int[Cell.Slots]);
        var classes = topic.Cube.Tree.LeavesOf(topic.Question.Category).Except(topic.LeftOut).ToHashSet();
        bool[] counts = [.. codes.Classes.Select(c => classes.Contains(c) || IsUnknown(topic, c))];
        bool[] lies = [.. codes.Areas.Select(a => LiesIn(topic, a))];
        // Over all years together a week counts as it was delivered; converted it would count again.
        var blocks = topic.OnlyYear is { } year
            ? topic.Cube.Weeks.Blocks.Concat(topic.Cube.Converted.Blocks).Where(b => b.BoundaryYear == year)
            : topic.Cube.Weeks.Blocks;
        foreach (var block in blocks)
        {
            if (!topic.Weeks.Contains(block.Week))
                continue;
            foreach (var cell in block.Cells)
                if (counts[cell.Class] && lies[cell.Area])
                    slots[cell.Slot] += cell.Count;
        }
        return slots;
    }

    /// <summary>A class the tree lacks counts in the control total only.</summary>
    private static bool IsUnknown(Topic topic, CategoryCode code) =>
        topic.Category.Kind == CategoryKind.ControlTotal && !topic.Cube.Tree.IsClass(code);

    private static bool LiesIn(Topic topic, string code)
    {
        if (topic.Question.Area.Level == AreaLevel.Municipality)
            return true;
        // A code that these boundaries do not hold is place unknown, whatever district its first digits name.
        return AreaCode.TryParse(code, out var area) && area.Level == AreaLevel.Neighbourhood
            && topic.Areas.Find(area) is not null && topic.Areas.IsWithin(area, topic.Question.Area);
    }
}
