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
public sealed class StoreOffer(
    ITenantScopes scopes, PlatformFiles platform, ScratchFolder scratch, TimeProvider time)
{
    private const int AtATime = 81_920;

    /// <returns>Null when it is larger than agreed; nothing of it is kept.</returns>
    public async Task<StoredOffer?> Execute(
        ReachedAgreement agreement, string fileName, Stream content, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(content);
        var (id, path) = (Guid.CreateVersion7(time.GetUtcNow()), scratch.NewPath());
        try
        {
            if (await Copy(content, path, agreement.SizeLimit, cancel) is not { } copied)
                return null;
            await Keep(agreement, OfferFolder.FileOf(id), path, cancel);
            return new StoredOffer
            {
                Key = new OfferKey(agreement.Place, id), Agreement = agreement, FileName = fileName,
                Bytes = copied.Bytes, Sha256 = copied.Sha256,
            };
        }
        finally
        {
            File.Delete(path);
        }
    }

    private async Task Keep(ReachedAgreement agreement, string name, string path, CancellationToken cancel)
    {
        await using var whole = File.OpenRead(path);
        if (agreement.IsDistrict)
        {
            await new DistrictOfferFolder(platform).Write(name, whole, cancel);
            return;
        }
        await using var scope = await scopes.Open(agreement.Tenant, cancel);
        await new TenantOfferFolder(scope.Get<TenantFiles>()).Write(name, whole, cancel);
    }

    private static async Task<(long Bytes, string Sha256)?> Copy(
        Stream content, string path, long limit, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(AtATime);
        try
        {
            await using var file = ScratchFolder.Create(path);
            long bytes = 0;
            while (await content.ReadAsync(buffer, cancel) is > 0 and var read)
            {
                if ((bytes += read) > limit)
                    return null;
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancel);
            }
            return (bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
