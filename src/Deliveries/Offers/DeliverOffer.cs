using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Makes an offered file a delivery, by the one way that every file goes: it gets its row and waits for its turn.
/// Doing it twice is doing it once.
/// </summary>
public sealed class DeliverOffer
{
    private readonly ITenantScopes _scopes;
    private readonly DataFolder _data;
    private readonly ClaimDistrictFile _district;
    private readonly PlatformJobs _jobs;

    internal DeliverOffer(
        ITenantScopes scopes, DataFolder data, ClaimDistrictFile district, PlatformJobs jobs) =>
        (_scopes, _data, _district, _jobs) = (scopes, data, district, jobs);

    /// <returns>Number of the arrival, or of the district file; null when the file is not here any more.</returns>
    public Task<long?> Execute(OpenOffer open, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(open);
        return Execute(new OfferKey(open.Agreement.Place, open.Offer.Id), open.Agreement, open.Offer.FileName, actor,
            cancel);
    }

    /// <summary>A file that nobody wants checked first.</summary>
    public async Task<long?> Unchecked(StoredOffer stored, byte[]? manifest, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(stored);
        if (manifest is not null)
        {
            var folder = stored.Agreement.IsDistrict
                ? OfferFolder.OfDistrict(_data) : await FolderOf(stored.Agreement.Tenant, cancel);
            await File.WriteAllBytesAsync(folder.ManifestOf(stored.Key.Id), manifest, cancel);
        }
        return await Execute(stored.Key, stored.Agreement, stored.FileName, actor, cancel);
    }

    private Task<long?> Execute(
        OfferKey key, ReachedAgreement agreement, string fileName, Actor actor, CancellationToken cancel) =>
        agreement.IsDistrict
            ? ToDistrict(agreement, key.Id, fileName, actor, cancel)
            : ToMunicipality(agreement, key.Id, fileName, actor, cancel);

    private async Task<long?> ToDistrict(
        ReachedAgreement agreement, Guid id, string fileName, Actor actor, CancellationToken cancel)
    {
        var number = await _district.Offered(agreement.Supplier, fileName, id, actor, cancel);
        if (number is not null)
            _jobs.Enqueue<SettleDistrictFiles>(job => job.Execute(CancellationToken.None));
        return number;
    }

    private async Task<long?> ToMunicipality(
        ReachedAgreement agreement, Guid id, string fileName, Actor actor, CancellationToken cancel)
    {
        await using var scope = await _scopes.Open(agreement.Tenant, cancel);
        var (files, stored) = (scope.Get<TenantFiles>(), $"{id:N}");
        await using var change = await scope.Get<TenantChanges>().Begin(cancel);
        var arrivals = change.Db.Arrivals;
        var claimed = await arrivals.AsNoTracking().SingleOrDefaultAsync(a => a.StoredName == stored, cancel);
        if (claimed is not null)
            return claimed.Number;
        if (!Take(OfferFolder.Of(files), id, name => files.PathOf(TenantPlace.Incoming, name)))
            return null;
        var arrival = await ClaimArrival.Execute(
            change, new UnclaimedFile(agreement.Supplier, fileName, stored), actor, cancel);
        await change.Commit(cancel);
        scope.Get<TenantJobs>().Enqueue<SettleArrivals>(job => job.Execute(arrival.Number, CancellationToken.None));
        return arrival.Number;
    }

    /// <summary>
    /// Moves manifest and file to where claimed files lie. Before the commit: a process that dies in between leaves the
    /// file there, where the next attempt finds it.
    /// </summary>
    internal static bool Take(OfferFolder folder, Guid id, Func<string, string> incoming)
    {
        var stored = $"{id:N}";
        if (File.Exists(folder.ManifestOf(id)))
            File.Move(folder.ManifestOf(id), incoming(stored + Manifest.Suffix), overwrite: true);
        if (File.Exists(folder.FileOf(id)))
            File.Move(folder.FileOf(id), incoming(stored), overwrite: true);
        return File.Exists(incoming(stored));
    }

    private async Task<OfferFolder> FolderOf(TenantId tenant, CancellationToken cancel)
    {
        await using var scope = await _scopes.Open(tenant, cancel);
        return OfferFolder.Of(scope.Get<TenantFiles>());
    }
}
