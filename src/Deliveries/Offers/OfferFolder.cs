using System.Text;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Names an offer: for which gemeente, or for the district, and which.</summary>
/// <param name="Place">As in <see cref="ReachedAgreement.Place"/>.</param>
/// <param name="Id">Nobody can guess it.</param>
public sealed record OfferKey(string Place, Guid Id);

/// <summary>Where offers lie: file, manifest and what is known of them, under a name that the platform chose.</summary>
internal abstract class OfferFolder
{
    private const int DigitsOfTime = 12;

    public static string FileOf(Guid id) => $"{id:N}";

    public static string ManifestOf(Guid id) => FileOf(id) + Manifest.Suffix;

    public abstract Task Write(string name, Stream content, CancellationToken cancel);

    /// <returns>The file as one on this machine; null when it is not there.</returns>
    public abstract Task<LocalFile?> Read(string name, CancellationToken cancel);

    /// <summary>What others than we attached to a file.</summary>
    public abstract Task<IReadOnlyDictionary<string, string>> Labels(string name, CancellationToken cancel);

    public abstract Task Delete(string name, CancellationToken cancel);

    protected abstract Task<IReadOnlyList<StoredFile>> List(CancellationToken cancel);

    /// <summary>Moves a file to where claimed files lie; nothing when it is not here.</summary>
    protected abstract Task Move(string name, CancellationToken cancel);

    protected abstract Task<bool> IsTaken(string name, CancellationToken cancel);

    public async Task Write(string name, ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        using var stream = new MemoryStream(content.ToArray(), writable: false);
        await Write(name, stream, cancel);
    }

    /// <summary>
    /// Moves manifest and file to where claimed files lie. Before the row is written: a process that dies in between
    /// leaves the file there, where the next attempt finds it.
    /// </summary>
    /// <returns>False when the file is not here any more.</returns>
    public async Task<bool> Take(Guid id, CancellationToken cancel)
    {
        await Move(ManifestOf(id), cancel);
        await Move(FileOf(id), cancel);
        return await IsTaken(FileOf(id), cancel);
    }

    /// <summary>Deletes what was offered before this moment.</summary>
    public async Task DeleteBefore(DateTimeOffset moment, CancellationToken cancel)
    {
        foreach (var file in await List(cancel))
            if (!(OfferedAt(file.Name) >= moment))
                await Delete(file.Name, cancel);
    }

    public Task Write(Offer offer, CancellationToken cancel) =>
        Write(StatementOf(offer.Id), Encoding.UTF8.GetBytes(offer.ToJson()), cancel);

    /// <returns>Null when there is no such offer, or no longer.</returns>
    public async Task<Offer?> Read(Guid id, CancellationToken cancel)
    {
        using var local = await Read(StatementOf(id), cancel);
        return local is null ? null : Offer.Read(await File.ReadAllTextAsync(local.Path, cancel));
    }

    private static string StatementOf(Guid id) => FileOf(id) + ".aanbod.json";

    /// <summary>A name begins with the moment it was given, as every UUID of version 7 does (RFC 9562).</summary>
    private static DateTimeOffset? OfferedAt(string name) => name.Length >= DigitsOfTime
        && long.TryParse(
            name.AsSpan(0, DigitsOfTime), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var moment)
        ? DateTimeOffset.FromUnixTimeMilliseconds(moment) : null;
}

/// <summary>Offers to one gemeente.</summary>
internal sealed class TenantOfferFolder(TenantFiles files) : OfferFolder
{
    public override Task Write(string name, Stream content, CancellationToken cancel) =>
        files.Write(TenantPlace.Offered, name, content, cancel);

    public override Task<LocalFile?> Read(string name, CancellationToken cancel) =>
        files.Read(TenantPlace.Offered, name, cancel);

    public override Task<IReadOnlyDictionary<string, string>> Labels(string name, CancellationToken cancel) =>
        files.Labels(TenantPlace.Offered, name, cancel);

    public override Task Delete(string name, CancellationToken cancel) =>
        files.Delete(TenantPlace.Offered, name, cancel);

    protected override Task<IReadOnlyList<StoredFile>> List(CancellationToken cancel) =>
        files.List(TenantPlace.Offered, cancel);

    protected override Task Move(string name, CancellationToken cancel) =>
        files.Move(TenantPlace.Offered, name, TenantPlace.Incoming, name, cancel);

    protected override Task<bool> IsTaken(string name, CancellationToken cancel) =>
        files.Exists(TenantPlace.Incoming, name, cancel);
}

/// <summary>Offers for several gemeenten at once; no tenant can read them.</summary>
internal sealed class DistrictOfferFolder(PlatformFiles files) : OfferFolder
{
    public override Task Write(string name, Stream content, CancellationToken cancel) =>
        files.Write(PlatformPlace.DistrictOffered, name, content, cancel);

    public override Task<LocalFile?> Read(string name, CancellationToken cancel) =>
        files.Read(PlatformPlace.DistrictOffered, name, cancel);

    public override Task<IReadOnlyDictionary<string, string>> Labels(string name, CancellationToken cancel) =>
        files.Labels(PlatformPlace.DistrictOffered, name, cancel);

    public override Task Delete(string name, CancellationToken cancel) =>
        files.Delete(PlatformPlace.DistrictOffered, name, cancel);

    protected override Task<IReadOnlyList<StoredFile>> List(CancellationToken cancel) =>
        files.List(PlatformPlace.DistrictOffered, cancel);

    protected override Task Move(string name, CancellationToken cancel) => files.TakeOffered(name, cancel);

    protected override Task<bool> IsTaken(string name, CancellationToken cancel) =>
        files.Exists(PlatformPlace.DistrictIncoming, name, cancel);
}
