using Twente.Igw.Regional;

namespace Twente.Igw.Publishing;

/// <summary>How many units, and the sum of their secret keys.</summary>
internal readonly record struct UnitSum(int Count, ulong Key)
{
    public static UnitSum operator +(UnitSum left, UnitSum right) =>
        new(left.Count + right.Count, unchecked(left.Key + right.Key));
}

/// <summary>
/// The true counts behind a publication: per class, month and place, where a place is a district or "unknown". Never
/// leaves the gemeente.
/// </summary>
/// <param name="districts">Codes of her districts, in order.</param>
/// <param name="classes">Codes of the classes, in order.</param>
/// <param name="months">The months, ascending and without gaps.</param>
internal sealed class TrueCounts(
    IReadOnlyList<string> districts, IReadOnlyList<string> classes, IReadOnlyList<ReportingPeriod> months)
{
    private readonly UnitSum[,,] _sums = new UnitSum[classes.Count, districts.Count + 1, months.Count];

    private readonly Dictionary<string, int> _classes =
        classes.Select((c, at) => (c, at)).ToDictionary(c => c.c, c => c.at, StringComparer.Ordinal);

    public IReadOnlyList<string> Districts => districts;

    public IReadOnlyList<string> Classes => classes;

    public IReadOnlyList<ReportingPeriod> Months => months;

    /// <summary>The place of units without a district.</summary>
    public int Unknown => districts.Count;

    public void Add(int place, int ofClass, int month, UnitSum units) => _sums[ofClass, place, month] += units;

    /// <summary>Units of some classes in a period.</summary>
    /// <param name="place">A district, or <see cref="Unknown"/>; null for the gemeente as a whole.</param>
    /// <param name="of">Codes of classes.</param>
    /// <param name="period">Months outside of <see cref="Months"/> hold nothing.</param>
    public UnitSum Sum(int? place, IEnumerable<string> of, ReportingPeriod period)
    {
        var sum = default(UnitSum);
        var (first, last) = MonthsOf(period);
        foreach (var code in of)
            if (_classes.TryGetValue(code, out var row))
                for (var month = first; month <= last; month++)
                    for (var at = place ?? 0; at <= (place ?? Unknown); at++)
                        sum += _sums[row, at, month];
        return sum;
    }

    /// <summary>Whether every month of a period is among them.</summary>
    public bool Covers(ReportingPeriod period) => months.Count > 0
        && period.FirstDay >= months[0].FirstDay && period.LastDay <= months[^1].LastDay;

    private (int First, int Last) MonthsOf(ReportingPeriod period)
    {
        if (months.Count == 0)
            return (0, -1);
        var first = ((period.FirstDay.Year - months[0].Year) * 12) + period.FirstDay.Month - months[0].Number;
        return (Math.Max(0, first), Math.Min(months.Count - 1, first + period.Length - 1));
    }
}
