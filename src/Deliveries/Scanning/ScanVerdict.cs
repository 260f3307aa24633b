namespace Twente.Igw.Deliveries;

/// <summary>What is known about harmful software in a file.</summary>
internal abstract record ScanVerdict
{
    /// <summary>It may be read.</summary>
    public sealed record Clean : ScanVerdict;

    /// <summary>It is refused unread.</summary>
    /// <param name="Name">What was found.</param>
    public sealed record Infected(string Name) : ScanVerdict;

    /// <summary>Nobody can say yet; it is not read until somebody can.</summary>
    /// <param name="Why">What is in the way, for the operator.</param>
    public sealed record Unknown(string Why) : ScanVerdict;
}

/// <summary>A file about which a verdict is asked.</summary>
/// <param name="Path">Its bytes on this machine.</param>
/// <param name="Labels">What others attached to it where it is stored.</param>
internal sealed record ScanQuestion(
    string Path, Func<CancellationToken, Task<IReadOnlyDictionary<string, string>>> Labels);

/// <summary>Asks whoever is configured whether a file is harmful.</summary>
internal abstract class ScanFile
{
    public abstract Task<ScanVerdict> Execute(ScanQuestion question, CancellationToken cancel);
}
