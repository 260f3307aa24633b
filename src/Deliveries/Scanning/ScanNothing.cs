namespace Twente.Igw.Deliveries;

/// <summary>Where nobody looks, every file may be read.</summary>
internal sealed class ScanNothing : ScanFile
{
    public override Task<ScanVerdict> Execute(ScanQuestion question, CancellationToken cancel) =>
        Task.FromResult<ScanVerdict>(new ScanVerdict.Clean());
}
