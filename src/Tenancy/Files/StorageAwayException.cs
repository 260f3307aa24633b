using Azure;

namespace Twente.Igw.Tenancy;

/// <summary>Files cannot be reached now; whatever asked is tried again later.</summary>
public sealed class StorageAwayException(string why, Exception? cause = null)
    : IOException($"De opslag van bestanden is niet bereikbaar: {why}", cause)
{
    /// <summary>What the storage said, without the long list of headers that its client adds.</summary>
    internal static StorageAwayException Of(Exception failure) => new(
        failure is RequestFailedException { ErrorCode: { Length: > 0 } code } refused
            ? $"{refused.Status} {code}"
            : failure.GetBaseException().Message.Split('\n')[0].Trim(),
        failure);
}
