using System.Buffers;
using System.Security.Cryptography;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>A file as it lies with the platform after it was sent.</summary>
public sealed record StoredOffer
{
    public required OfferKey Key { get; init; }

    public required ReachedAgreement Agreement { get; init; }

    public required string FileName { get; init; }

    public required long Bytes { get; init; }

    /// <summary>Lower-case hex.</summary>
    public required string Sha256 { get; init; }
}

/// <summary>
/// Takes a file in as it comes over the line, without ever holding it whole; one byte over what was agreed and it is
/// let go. It is no delivery yet.
/// </summary>
public sealed class StoreOffer(ITenantScopes scopes, DataFolder data, TimeProvider time)
{
    private const int AtATime = 81_920;

    /// <returns>Null when it is larger than agreed; nothing of it is kept.</returns>
    public async Task<StoredOffer?> Execute(
        ReachedAgreement agreement, string fileName, Stream content, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(content);
        var (folder, id) = (await FolderOf(agreement, cancel), Guid.CreateVersion7());
        var temporary = folder.FileOf(id) + ".tmp";
        try
        {
            if (await Copy(content, temporary, agreement.SizeLimit, cancel) is not { } copied)
                return null;
            File.Move(temporary, folder.FileOf(id));
            File.SetLastWriteTimeUtc(folder.FileOf(id), time.GetUtcNow().UtcDateTime);
            return new StoredOffer
            {
                Key = new OfferKey(agreement.Place, id), Agreement = agreement, FileName = fileName,
                Bytes = copied.Bytes, Sha256 = copied.Sha256,
            };
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private async Task<OfferFolder> FolderOf(ReachedAgreement agreement, CancellationToken cancel)
    {
        if (agreement.IsDistrict)
            return OfferFolder.OfDistrict(data);
        await using var scope = await scopes.Open(agreement.Tenant, cancel);
        return OfferFolder.Of(scope.Get<TenantFiles>());
    }

    private static async Task<(long Bytes, string Sha256)?> Copy(
        Stream content, string path, long limit, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(AtATime);
        try
        {
            await using var file = File.Create(path);
            long bytes = 0;
            while (await content.ReadAsync(buffer, cancel) is > 0 and var read)
            {
                if ((bytes += read) > limit)
                    return null;
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancel);
            }
            file.Flush(flushToDisk: true);
            return (bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
