using Twente.Igw.Figures;

namespace Twente.Igw.Deliveries;

/// <summary>The rows of a file that are right, and their sums by week and category.</summary>
/// <param name="weeks">The weeks of the file name.</param>
/// <param name="known">The codes to which the rows' positions refer.</param>
internal sealed class PolitieWeekFacts(WeekRange weeks, KnownCodes known)
{
    private readonly WeekTotals[] _weeks = new WeekTotals[weeks.Length];
    private readonly long?[] _categorySums = new long?[known.Categories.Length];
    private readonly List<PolitieWeekRow> _rows = [];
    private bool _inOrder = true;

    public void Add(in PolitieWeekRow row)
    {
        _inOrder &= _rows.Count == 0 || row.Week >= _rows[^1].Week;
        _rows.Add(row);
        ref var week = ref _weeks[row.Week];
        week = new WeekTotals(row.Year, week.Rows + 1, week.Total + row.Count);
        ref var sum = ref _categorySums[row.Category];
        sum = sum.GetValueOrDefault() + row.Count;
    }

    /// <summary>Position of the week's boundary year, or -1 before its first row.</summary>
    public int YearOf(int week) => _weeks[week].Rows == 0 ? -1 : _weeks[week].Year;

    public IEnumerable<Fact> ByWeek() => (_inOrder ? (IEnumerable<PolitieWeekRow>)_rows : InOrder()).Select(FactOf);

    public IReadOnlyList<CheckedWeek> Weeks()
    {
        var year = _weeks.Where(w => w.Rows > 0).Select(w => w.Year).FirstOrDefault(known.Years.Length - 1);
        return
        [
            .. _weeks.Select((stated, offset) =>
            {
                year = stated.Rows > 0 ? stated.Year : year;
                return new CheckedWeek(weeks.First.Plus(offset), known.Years[year], stated.Rows, stated.Total);
            }),
        ];
    }

    public IReadOnlyDictionary<CategoryCode, long> CategorySums() =>
        known.Categories.Zip(_categorySums).Where(c => c.Second.HasValue)
            .ToDictionary(c => c.First, c => c.Second!.Value);

    /// <summary>Counting sort: there are few weeks, and within a week the order stays that of the file.</summary>
    private PolitieWeekRow[] InOrder()
    {
        var next = new int[_weeks.Length];
        for (var week = 1; week < next.Length; week++)
            next[week] = next[week - 1] + _weeks[week - 1].Rows;
        var sorted = new PolitieWeekRow[_rows.Count];
        foreach (var row in _rows)
            sorted[next[row.Week]++] = row;
        return sorted;
    }

    private Fact FactOf(PolitieWeekRow row) => new(
        weeks.First.Plus(row.Week), known.Years[row.Year], known.Areas[row.Year][row.Area],
        known.Categories[row.Category], row.Weekday, row.Daypart, row.Count);

    private readonly record struct WeekTotals(int Year, int Rows, long Total);
}
