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
    private readonly PlatformFiles _platform;
    private readonly ClaimDistrictFile _district;
    private readonly PlatformJobs _jobs;

    internal DeliverOffer(
        ITenantScopes scopes, PlatformFiles platform, ClaimDistrictFile district, PlatformJobs jobs) =>
        (_scopes, _platform, _district, _jobs) = (scopes, platform, district, jobs);

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
            await Write(stored, manifest, cancel);
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
        var (folder, stored) = (new TenantOfferFolder(scope.Get<TenantFiles>()), OfferFolder.FileOf(id));
        await using var change = await scope.Get<TenantChanges>().Begin(cancel);
        var arrivals = change.Db.Arrivals;
        var claimed = await arrivals.AsNoTracking().SingleOrDefaultAsync(a => a.StoredName == stored, cancel);
        if (claimed is not null)
            return claimed.Number;
        if (!await folder.Take(id, cancel))
            return null;
        var arrival = await ClaimArrival.Execute(
            change, new UnclaimedFile(agreement.Supplier, fileName, stored), actor, cancel);
        await change.Commit(cancel);
        scope.Get<TenantJobs>().Enqueue<SettleArrivals>(job => job.Execute(arrival.Number, CancellationToken.None));
        return arrival.Number;
    }

    private async Task Write(StoredOffer stored, byte[] manifest, CancellationToken cancel)
    {
        var name = OfferFolder.ManifestOf(stored.Key.Id);
        if (stored.Agreement.IsDistrict)
        {
            await new DistrictOfferFolder(_platform).Write(name, manifest, cancel);
            return;
        }
        await using var scope = await _scopes.Open(stored.Agreement.Tenant, cancel);
        await new TenantOfferFolder(scope.Get<TenantFiles>()).Write(name, manifest, cancel);
    }
}
