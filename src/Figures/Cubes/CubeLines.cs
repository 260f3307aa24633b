namespace Twente.Igw.Figures;

/// <summary>
/// A cumulative list over weeks for every line (category × place), in three arrays. Only weeks in which something was
/// counted are kept; a window is two binary searches.
/// </summary>
/// <param name="starts">Where each line begins in the other two; one more than there are lines.</param>
/// <param name="weeks">Week indexes, ascending within a line.</param>
/// <param name="cumulative">Counts of the line up to and including that week.</param>
internal sealed class CubeLines(int[] starts, ushort[] weeks, int[] cumulative)
{
    /// <summary>Memory of the arrays, in bytes.</summary>
    public long Bytes => starts.Length * 4L + weeks.Length * 2L + cumulative.Length * 4L;

    /// <summary>Count on a line in a window.</summary>
    public int Sum(int line, WeekRange window)
    {
        var (start, end) = (starts[line], starts[line + 1]);
        if (start == end || weeks[start] > window.Last.Index || weeks[end - 1] < window.First.Index)
            return 0;
        var upTo = After(start, end, window.Last.Index);
        var before = After(start, upTo, window.First.Index - 1);
        return (upTo == start ? 0 : cumulative[upTo - 1]) - (before == start ? 0 : cumulative[before - 1]);
    }

    /// <summary>Adds the count of each week in a window to the cell of that week.</summary>
    public void AddWeeks(int line, WeekRange window, Span<int> perWeek)
    {
        var (start, end) = (starts[line], starts[line + 1]);
        for (var i = After(start, end, window.First.Index - 1); i < end && weeks[i] <= window.Last.Index; i++)
            perWeek[weeks[i] - window.First.Index] += cumulative[i] - (i == start ? 0 : cumulative[i - 1]);
    }

    /// <summary>Position of the first entry later than a week.</summary>
    private int After(int from, int to, int week)
    {
        while (from < to)
        {
            var middle = (from + to) >>> 1;
            if (weeks[middle] <= week)
                from = middle + 1;
            else
                to = middle;
        }
        return from;
    }
}
