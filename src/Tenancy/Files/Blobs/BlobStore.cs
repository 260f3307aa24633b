using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Twente.Igw.Tenancy;

/// <summary>
/// Keeps files in Azure Blob Storage, a container for each place. What is read is first brought to this machine whole.
/// </summary>
internal sealed class BlobStore(BlobServiceClient service, BlobLine line, ScratchFolder scratch) : FileStore
{
    /// <summary>On the taken file: the ETag it had before, so that a move half done is recognised.</summary>
    private const string TakenFrom = "takenfrom";

    public override bool IsWholeWhenSeen => true;

    public override Task Make(FilePlace place, CancellationToken cancel) =>
        line.Execute(stop => Of(place).CreateIfNotExistsAsync(cancellationToken: stop), cancel);

    public override Task Remove(FilePlace place, CancellationToken cancel) =>
        line.Execute(stop => Of(place).DeleteIfExistsAsync(cancellationToken: stop), cancel);

    public override Task<IReadOnlyList<StoredFile>> List(FilePlace place, CancellationToken cancel) =>
        line.Execute<IReadOnlyList<StoredFile>>(
            async stop =>
            {
                var found = new List<StoredFile>();
                try
                {
                    await foreach (var blob in Of(place).GetBlobsAsync(cancellationToken: stop))
                        found.Add(new StoredFile(
                            blob.Name, blob.Properties.ContentLength ?? 0,
                            blob.Properties.LastModified?.UtcDateTime ?? default, blob.Properties.ETag?.ToString()));
                }
                catch (RequestFailedException gone) when (IsNotThere(gone))
                {
                    // A place that is not there is empty; adding the gemeente again makes it.
                    await Of(place).CreateIfNotExistsAsync(cancellationToken: stop);
                }
                found.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
                return found;
            },
            cancel);

    public override Task<StoredFile?> Look(FileAddress file, CancellationToken cancel) => line.Execute(
        async stop => await MoveBlob.Look(Of(file), stop) is { } found
            ? new StoredFile(
                file.Name, found.ContentLength, found.LastModified.UtcDateTime, found.ETag.ToString())
            : null,
        cancel);

    public override Task<LocalFile?> Read(FileAddress file, CancellationToken cancel) => line.Execute(
        async stop =>
        {
            var path = scratch.NewPath();
            try
            {
                await Download(Of(file), path, stop);
                return new LocalFile(path, isCopy: true);
            }
            catch (RequestFailedException gone) when (IsNotThere(gone))
            {
                File.Delete(path);
                return null;
            }
            catch
            {
                File.Delete(path);
                throw;
            }
        },
        cancel);

    private static async Task Download(BlobClient blob, string path, CancellationToken cancel)
    {
        BlobDownloadStreamingResult answer = await blob.DownloadStreamingAsync(cancellationToken: cancel);
        await using var content = answer.Content;
        await using var local = ScratchFolder.Create(path);
        await content.CopyToAsync(local, cancel);
        if (local.Length != answer.Details.ContentLength)
            throw new CutShortException(answer.Details.ContentLength, local.Length);
    }

    public override Task Write(FileAddress file, Stream content, CancellationToken cancel) => line.Execute(
        async stop =>
        {
            content.Position = 0;
            await Of(file).UploadAsync(content, new BlobUploadOptions(), stop);
        },
        cancel);

    public override Task<bool> Move(FileAddress from, FileAddress to, bool replace, CancellationToken cancel) =>
        line.Execute(stop => new MoveBlob(Of(from), Of(to), TakenFrom).Execute(replace, stop), cancel);

    public override Task Delete(FileAddress file, CancellationToken cancel) =>
        line.Execute(stop => Of(file).DeleteIfExistsAsync(cancellationToken: stop), cancel);

    /// <summary>
    /// What is coming first, what is to go last: a killed run leaves too much and never too little, and is repeated.
    /// </summary>
    public override async Task Fill(
        FilePlace place, IReadOnlyList<ComingFile> files, bool keepOthers, CancellationToken cancel)
    {
        await Make(place, cancel);
        var there = (await List(place, cancel)).Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var file in files.Where(f => !keepOthers || !there.Contains(f.Name)))
        {
            var path = scratch.NewPath();
            using var copy = new LocalFile(path, isCopy: true);
            await file.ExtractTo(path, cancel);
            await using var content = File.OpenRead(path);
            await Write(new FileAddress(place, file.Name), content, cancel);
        }
        if (keepOthers)
            return;
        foreach (var other in there.Except(files.Select(f => f.Name), StringComparer.Ordinal))
            await Delete(new FileAddress(place, other), cancel);
    }

    public override Task<IReadOnlyDictionary<string, string>> Labels(FileAddress file, CancellationToken cancel) =>
        line.Execute<IReadOnlyDictionary<string, string>>(
            async stop => new Dictionary<string, string>(
                (await Of(file).GetTagsAsync(cancellationToken: stop)).Value.Tags, StringComparer.Ordinal),
            cancel);

    public override Task Reach(CancellationToken cancel) =>
        line.Execute(stop => Of(FilePlace.PlatformQuarantine).ExistsAsync(stop), cancel);

    internal static bool IsNotThere(RequestFailedException failure) => failure.Status == 404;

    private BlobContainerClient Of(FilePlace place) => service.GetBlobContainerClient(place.Container);

    private BlobClient Of(FileAddress file) => Of(file.Place).GetBlobClient(file.Name);
}
