using Twente.Igw.Areas;
using Twente.Igw.Figures;

namespace Twente.Igw.Deliveries;

/// <summary>A file with key figures after its check: its facts, or the findings for which it is refused.</summary>
internal sealed class CheckedKeyFigures : CheckedFile
{
    private readonly IReadOnlyList<KeyFigureFact> _facts;

    public CheckedKeyFigures(
        IReadOnlyList<KeyFigureFact> facts, long rows, IReadOnlyCollection<AreaCode> foreign, Findings findings)
        : base(findings) => (_facts, Rows, ForeignMunicipalities) = (facts, rows, foreign);

    /// <summary>The facts in the order of the file.</summary>
    /// <exception cref="InvalidOperationException">The file is refused, so that none of its rows count.</exception>
    public IReadOnlyList<KeyFigureFact> Facts => IsRefused
        ? throw new InvalidOperationException($"A file with {Findings.Count} findings has no facts.")
        : _facts;

    /// <summary>Sum of <c>waarde</c> over the rows that are right and known, in whole numbers.</summary>
    public override long Sum => (_facts.Sum(f => f.Value.IsKnown ? f.Value.Hundredths : 0) + 50) / 100;
}
