using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Names an offer: for which gemeente, or for the district, and which.</summary>
/// <param name="Place">As in <see cref="ReachedAgreement.Place"/>.</param>
/// <param name="Id">Nobody can guess it.</param>
public sealed record OfferKey(string Place, Guid Id);

/// <summary>Where offers lie: file, manifest and what is known of them, under a name that the platform chose.</summary>
internal sealed class OfferFolder(string folder)
{
    public string FileOf(Guid id) => Path.Combine(folder, $"{id:N}");

    public string ManifestOf(Guid id) => FileOf(id) + Manifest.Suffix;

    public string StatementOf(Guid id) => FileOf(id) + ".aanbod.json";

    public static OfferFolder Of(TenantFiles files) => new(files.Folder(TenantPlace.Offered));

    public static OfferFolder OfDistrict(DataFolder data) => new(data.DistrictOffered);

    /// <summary>Deletes what was put here before this moment.</summary>
    /// <returns>How many files of a supplier that were.</returns>
    public int DeleteBefore(DateTime moment)
    {
        var past = new DirectoryInfo(folder).EnumerateFiles().Where(f => f.LastWriteTimeUtc < moment).ToList();
        foreach (var file in past)
            file.Delete();
        return past.Count(f => f.Extension.Length == 0);
    }

    public async Task Write(Offer offer, CancellationToken cancel)
    {
        var (path, temporary) = (StatementOf(offer.Id), StatementOf(offer.Id) + ".tmp");
        await File.WriteAllTextAsync(temporary, offer.ToJson(), cancel);
        File.Move(temporary, path, overwrite: true);
        File.SetLastWriteTimeUtc(path, offer.OfferedAt);
    }

    /// <returns>Null when there is no such offer, or no longer.</returns>
    public async Task<Offer?> Read(Guid id, CancellationToken cancel)
    {
        try
        {
            return Offer.Read(await File.ReadAllTextAsync(StatementOf(id), cancel));
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
