using System.Runtime.InteropServices;
using Twente.Igw.Figures;

namespace Twente.Igw.Deliveries;

/// <summary>A weekly file after its check: the facts it states, or the findings for which it is refused.</summary>
internal sealed class CheckedWeeks : CheckedFile
{
    private readonly PolitieWeekFacts? _facts;
    private IReadOnlyList<GroupTotal>? _groups;

    private CheckedWeeks(Findings findings, PolitieWeekFacts? facts) : base(findings) => _facts = facts;

    /// <summary>Sum of <c>aantal</c> over the rows that are right.</summary>
    public override long Sum => Weeks.Sum(w => w.Total);

    /// <summary>Every week of the file name in order, also the quiet ones; empty when no row could be read.</summary>
    public IReadOnlyList<CheckedWeek> Weeks { get; private init; } = [];

    /// <summary>Sum of <c>aantal</c> by category over the whole file; categories without rows are absent.</summary>
    public IReadOnlyDictionary<CategoryCode, long> CategorySums { get; private init; } =
        new Dictionary<CategoryCode, long>();

    /// <summary>The facts by week and within a week in the order of the file.</summary>
    /// <exception cref="InvalidOperationException">The file is refused, so that none of its rows count.</exception>
    public IEnumerable<Fact> Facts() =>
        IsRefused || _facts is null
            ? throw new InvalidOperationException($"A file with {Findings.Count} findings has no facts.")
            : _facts.ByWeek();

    /// <summary>Totals per week and group of categories, over the rows that are right; added up once.</summary>
    public IReadOnlyList<GroupTotal> GroupTotals(CategoryTree categories) => _groups ??= Totals(categories);

    public static CheckedWeeks Unreadable(Findings findings) => new(findings, null);

    public static CheckedWeeks Of(PolitieWeekRows rows, Findings findings) => new(findings, rows.Facts)
    {
        ForeignMunicipalities = rows.ForeignMunicipalities,
        Rows = rows.Count,
        Weeks = rows.Facts.Weeks(),
        CategorySums = rows.Facts.CategorySums(),
    };

    /// <summary>Added up row by row: a backfill has a million of them, and grouping would hold them all.</summary>
    private List<GroupTotal> Totals(CategoryTree categories)
    {
        var groups = categories.Classes.ToDictionary(c => c.Code, c => c.Parent!.Value);
        var totals = new Dictionary<(IsoWeek Week, CategoryCode Group), long>();
        foreach (var fact in _facts?.ByWeek() ?? [])
            CollectionsMarshal.GetValueRefOrAddDefault(totals, (fact.Week, groups[fact.Category]), out _) += fact.Count;
        return [.. totals.Select(t => new GroupTotal(t.Key.Week, t.Key.Group, t.Value))];
    }
}

/// <summary>A week's total for one group of categories.</summary>
internal readonly record struct GroupTotal(IsoWeek Week, CategoryCode Group, long Total);
