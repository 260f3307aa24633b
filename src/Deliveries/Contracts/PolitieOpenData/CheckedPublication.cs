using Twente.Igw.Figures;

namespace Twente.Igw.Deliveries;

/// <summary>A published table after its check: this gemeente's counts, or why it is refused.</summary>
internal sealed class CheckedPublication : CheckedFile
{
    public CheckedPublication(Findings findings, IReadOnlyList<PublishedCount> counts, long rows, long skipped)
        : base(findings)
    {
        (Counts, Rows) = (counts, rows);
        if (skipped > 0)
            WithWarning(Finding.OfFile(
                FindingCode.WarningOtherAreas, skipped.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>In the order of the file; control totals too.</summary>
    public IReadOnlyList<PublishedCount> Counts { get; }

    /// <summary>
    /// Over the classes, without the control totals. Of every level and period together: it proves what was read, and
    /// is no figure.
    /// </summary>
    public override long Sum =>
        Counts.Where(c => c.Category.Code != KnownCodes.ControlTotal).Sum(c => (long?)c.Count ?? 0);
}
