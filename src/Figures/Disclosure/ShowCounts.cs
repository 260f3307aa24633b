namespace Twente.Igw.Figures;

/// <summary>
/// Makes of counts what ring Lezen shows: classes below twenty, and wider classes where a total that is shown would
/// give a hidden count back.
/// </summary>
internal static class ShowCounts
{
    /// <summary>Each count by itself.</summary>
    public static ShownCount[] Alone(IEnumerable<int?> counts) => [.. counts.Select(Alone)];

    public static ShownCount Alone(int? count) =>
        count is { } known && CountClass.Of(known) is { } @class ? new ShownCount(null, @class) : count;

    /// <summary>Counts of which some add up to totals that the viewer sees too.</summary>
    /// <param name="counts">The counts; null where nothing is known.</param>
    /// <param name="totals">Of each total the places of its parts.</param>
    public static ShownCount[] Of(IReadOnlyList<int?> counts, IReadOnlyList<IReadOnlyList<int>> totals)
    {
        var shown = Alone(counts);
        // Widening for one total may be what another needs too; it ends because a class only ever becomes wider.
        while (totals.Any(parts => Widen(counts, parts, shown)))
        {
        }
        return shown;
    }

    /// <summary>Hides one count more when a total gives a hidden one back.</summary>
    /// <returns>Whether it did.</returns>
    private static bool Widen(IReadOnlyList<int?> counts, IReadOnlyList<int> parts, ShownCount[] shown)
    {
        if (GivenBack(counts, parts, shown) is not { } found)
            return false;
        var siblings = parts.Where(p => shown[p].Count >= CountClass.ExactFrom).ToList();
        if (siblings.Count > 0)
        {
            shown[siblings.MinBy(p => shown[p].Count)] = new ShownCount(null, CountClass.FromTwenty);
            return true;
        }
        var hidden = parts.Where(p => shown[p].Class is { } c && c.Low > 0 && c.High < CountClass.ExactFrom).ToList();
        var narrow = hidden.Where(p => shown[p].Class != CountClass.Below).ToList();
        // Another one first: what is given back stays so while the others say as much as before.
        if (narrow.Count > 0)
            shown[narrow.Where(p => p != found).Append(found).First()] = new ShownCount(null, CountClass.Below);
        else if (hidden.Count > 0)
            shown[hidden.Contains(found) ? found : hidden[0]] = new ShownCount(null, CountClass.Shielded);
        return hidden.Count > 0;
    }

    /// <summary>The place of a count below twenty that follows from the total and the classes; null for none.</summary>
    private static int? GivenBack(IReadOnlyList<int?> counts, IReadOnlyList<int> parts, ShownCount[] shown)
    {
        var whole = RangeOf(Alone(parts.Sum(p => counts[p] ?? 0)));
        var ranges = parts.Select(p => RangeOf(shown[p])).ToArray();
        var (low, high) = (ranges.Sum(r => r.Low), ranges.Sum(r => r.High));
        for (var i = 0; i < ranges.Length; i++)
        {
            var least = Math.Max(ranges[i].Low, whole.Low - (high - ranges[i].High));
            var most = Math.Min(ranges[i].High, whole.High - (low - ranges[i].Low));
            if (shown[parts[i]].Class is not null && counts[parts[i]] < CountClass.ExactFrom && least == most)
                return parts[i];
        }
        return null;
    }

    private static (long Low, long High) RangeOf(ShownCount count) => count switch
    {
        { Count: { } known } => (known, known),
        { Class: { } @class } => (@class.Low, @class.High ?? int.MaxValue),
        _ => (0, 0),
    };
}
