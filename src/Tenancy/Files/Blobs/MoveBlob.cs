using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Twente.Igw.Tenancy;

/// <summary>
/// Moves a blob within the account: the service copies it byte for byte, then the old one is deleted, both only while
/// it is the one that was looked at. A move that was killed half way is finished by repeating it.
/// </summary>
internal sealed class MoveBlob(BlobClient from, BlobClient to, string mark)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <returns>False when there is nothing to move, or something else in the way.</returns>
    public async Task<bool> Execute(bool replace, CancellationToken cancel)
    {
        if (await Look(from, cancel) is not { } source)
            return false;
        var tag = source.ETag.ToString();
        if (!await Copy(source, replace, cancel) && !await WasCopied(tag, cancel))
            return false;
        await Forget(source.ETag, cancel);
        return true;
    }

    private async Task<bool> Copy(BlobProperties source, bool replace, CancellationToken cancel)
    {
        var options = new BlobCopyFromUriOptions
        {
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [mark] = source.ETag.ToString() },
            SourceConditions = new BlobRequestConditions { IfMatch = source.ETag },
            DestinationConditions = replace ? null : new BlobRequestConditions { IfNoneMatch = ETag.All },
        };
        try
        {
            await to.StartCopyFromUriAsync(from.Uri, options, cancel);
            return await IsWhole(source.ContentLength, cancel);
        }
        catch (RequestFailedException inTheWay) when (inTheWay.Status is 404 or 409 or 412)
        {
            // Something lies there, or another process moved it a moment ago.
            return false;
        }
    }

    /// <summary>
    /// Looks at what lies there instead of waiting for this very copy: another process may have made the same one.
    /// </summary>
    private async Task<bool> IsWhole(long bytes, CancellationToken cancel)
    {
        while (await Look(to, cancel) is { } there)
        {
            if (there.BlobCopyStatus != CopyStatus.Pending)
                return there.ContentLength == bytes ? true : throw new CutShortException(bytes, there.ContentLength);
            await Task.Delay(Pause, TimeProvider.System, cancel);
        }
        return false;
    }

    /// <summary>Whether what lies there is what lies here: copied by a run that did not come to deleting it.</summary>
    private async Task<bool> WasCopied(string tag, CancellationToken cancel) =>
        await Look(to, cancel) is { } there && there.Metadata.TryGetValue(mark, out var taken) && taken == tag;

    private async Task Forget(ETag looked, CancellationToken cancel)
    {
        try
        {
            await from.DeleteIfExistsAsync(
                conditions: new BlobRequestConditions { IfMatch = looked }, cancellationToken: cancel);
        }
        catch (RequestFailedException changed) when (changed.Status == 412)
        {
            // Something new has this name now; it is found as a file of its own.
        }
    }

    public static async Task<BlobProperties?> Look(BlobClient blob, CancellationToken cancel)
    {
        try
        {
            return await blob.GetPropertiesAsync(cancellationToken: cancel);
        }
        catch (RequestFailedException gone) when (BlobStore.IsNotThere(gone))
        {
            return null;
        }
    }
}
