namespace Twente.Igw.Deliveries;

/// <summary>
/// Reads the verdict that Microsoft Defender for Storage left on the blob. Asked of the blob that was taken in, where
/// no supplier can write: a label that somebody put on a file in the drop zone is worth nothing.
/// </summary>
internal sealed class ScanByDefender : ScanFile
{
    // Names and values as Defender writes them in blob index tags.
    public const string Label = "Malware Scanning scan result";
    public const string Clean = "No threats found";
    public const string Malicious = "Malicious";

    public override async Task<ScanVerdict> Execute(ScanQuestion question, CancellationToken cancel) =>
        (await question.Labels(cancel)).GetValueOrDefault(Label) switch
        {
            Clean => new ScanVerdict.Clean(),
            Malicious => new ScanVerdict.Infected("Microsoft Defender: Malicious"),
            null => new ScanVerdict.Unknown("Defender heeft het bestand nog niet bekeken"),
            var other => new ScanVerdict.Unknown($"Defender: {other}"),
        };
}
