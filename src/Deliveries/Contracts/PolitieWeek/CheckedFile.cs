using Twente.Igw.Areas;
using Twente.Igw.Figures;

namespace Twente.Igw.Deliveries;

/// <summary>A file after its check: the facts it states, or the findings for which it is refused.</summary>
internal sealed class CheckedFile
{
    private readonly PolitieWeekFacts? _facts;

    private CheckedFile(Findings findings, PolitieWeekFacts? facts) =>
        (Findings, IsRefused, _facts) = (findings, findings.Any, facts);

    /// <summary>What is wrong; warnings of later steps may be added.</summary>
    public Findings Findings { get; }

    /// <summary>All or nothing: one finding of the check refuses the file.</summary>
    public bool IsRefused { get; }

    /// <summary>
    /// A row names another gemeente's area. No tenant may read such a file: it goes to the platform's quarantine.
    /// </summary>
    public bool HasForeignRows => ForeignMunicipalities.Count > 0;

    /// <summary>The other gemeenten whose areas are named; they need not exist.</summary>
    public IReadOnlyCollection<AreaCode> ForeignMunicipalities { get; private init; } = [];

    /// <summary>Rows below the header, also the wrong ones.</summary>
    public long Rows { get; private init; }

    /// <summary>Sum of <c>aantal</c> over the rows that are right.</summary>
    public long Sum => Weeks.Sum(w => w.Total);

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

    public static CheckedFile Unreadable(Findings findings) => new(findings, null);

    public static CheckedFile Of(PolitieWeekRows rows, Findings findings) => new(findings, rows.Facts)
    {
        ForeignMunicipalities = rows.ForeignMunicipalities,
        Rows = rows.Count,
        Weeks = rows.Facts.Weeks(),
        CategorySums = rows.Facts.CategorySums(),
    };
}
