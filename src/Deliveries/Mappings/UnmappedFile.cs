namespace Twente.Igw.Deliveries;

/// <summary>A file of which something could not be mapped: refused, with what is wrong in its other rows.</summary>
internal sealed class UnmappedFile : CheckedFile
{
    private readonly CheckedFile? _rest;

    /// <param name="mapped">The file.</param>
    /// <param name="rest">The check of the rows that could be mapped; null when nothing could be checked.</param>
    public UnmappedFile(MappedRows mapped, CheckedFile? rest)
        : base(Findings.Merge(mapped.Findings, rest?.Findings ?? new Findings()))
    {
        _rest = rest;
        ForeignMunicipalities = [.. mapped.ForeignMunicipalities.Union(rest?.ForeignMunicipalities ?? [])];
        Rows = rest?.Rows ?? 0;
    }

    public override long Sum => _rest?.Sum ?? 0;
}
