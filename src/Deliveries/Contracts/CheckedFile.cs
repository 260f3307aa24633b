using Twente.Igw.Areas;

namespace Twente.Igw.Deliveries;

/// <summary>A file after its check: what it states, or the findings for which it is refused.</summary>
internal abstract class CheckedFile(Findings findings)
{
    /// <summary>What is wrong; warnings of later steps may be added.</summary>
    public Findings Findings { get; } = findings;

    /// <summary>All or nothing: one finding of the check refuses the file.</summary>
    public bool IsRefused { get; } = findings.Any;

    /// <summary>
    /// A row names another gemeente's area. No tenant may read such a file: it goes to the platform's quarantine.
    /// </summary>
    public bool HasForeignRows => ForeignMunicipalities.Count > 0;

    /// <summary>The other gemeenten whose areas are named; they need not exist.</summary>
    public IReadOnlyCollection<AreaCode> ForeignMunicipalities { get; protected init; } = [];

    /// <summary>What whoever reads the receipt should know of a file that is right.</summary>
    public IReadOnlyList<Finding> Warnings { get; private set; } = [];

    /// <summary>Rows below the header, also the wrong ones.</summary>
    public long Rows { get; protected init; }

    /// <summary>The control sum of the receipt: over the rows that are right.</summary>
    public abstract long Sum { get; }

    public CheckedFile WithWarning(Finding warning)
    {
        Warnings = [.. Warnings, warning];
        return this;
    }
}

/// <summary>A file of which no row could be read.</summary>
internal sealed class UnreadableFile(Finding why) : CheckedFile(Findings.Of(why))
{
    public override long Sum => 0;
}
