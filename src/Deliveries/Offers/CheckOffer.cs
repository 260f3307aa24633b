using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Checks a file that was sent, by the rules of its own contract, and remembers what would become of it until the
/// supplier decides. No delivery is made; a harmful file or one with another gemeente's rows is let go at once, and one
/// of which nobody can say whether it is harmful is not read.
/// </summary>
public sealed class CheckOffer
{
    private readonly ITenantScopes _scopes;
    private readonly PlatformFiles _platform;
    private readonly JudgeDistrictFile _district;
    private readonly ScanFile _scan;
    private readonly TimeProvider _time;

    internal CheckOffer(
        ITenantScopes scopes, PlatformFiles platform, JudgeDistrictFile district, ScanFile scan, TimeProvider time) =>
        (_scopes, _platform, _district, _scan, _time) = (scopes, platform, district, scan, time);

    public async Task<Offer> Execute(StoredOffer stored, byte[]? manifest, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(stored);
        if (stored.Agreement.IsDistrict)
        {
            var folder = new DistrictOfferFolder(_platform);
            var check = await Look(folder, stored, manifest, file => OfDistrict(file, cancel), cancel);
            return await Keep(folder, stored, manifest, check, cancel);
        }
        await using var scope = await _scopes.Open(stored.Agreement.Tenant, cancel);
        var own = new TenantOfferFolder(scope.Get<TenantFiles>());
        var tried = await Look(
            own, stored, manifest, file => scope.Get<TryDelivery>().Execute(file, cancel), cancel);
        return await Keep(own, stored, manifest, tried, cancel);
    }

    /// <summary>The scan goes before everything that reads the file.</summary>
    private async Task<OfferCheck> Look(
        OfferFolder folder, StoredOffer stored, byte[]? manifest, Func<DeliveredFile, Task<OfferCheck>> judge,
        CancellationToken cancel)
    {
        var name = OfferFolder.FileOf(stored.Key.Id);
        using var local = await folder.Read(name, cancel)
            ?? throw new FileNotFoundException("An offered file is gone before it was checked.", name);
        var verdict = await _scan.Execute(
            new ScanQuestion(local.Path, stop => folder.Labels(name, stop)), cancel);
        return verdict switch
        {
            ScanVerdict.Infected harmful => OfferCheck.Harmful(harmful.Name),
            ScanVerdict.Unknown => OfferCheck.Unread,
            _ => await judge(new DeliveredFile(
                stored.Agreement.Supplier.Code, stored.FileName, local.Path, stored.Bytes, stored.Sha256, manifest)),
        };
    }

    private async Task<OfferCheck> OfDistrict(DeliveredFile file, CancellationToken cancel)
    {
        var judged = await _district.Execute(file, cancel);
        return new OfferCheck
        {
            State = judged.Findings.Any ? DeliveryState.Refused : DeliveryState.Accepted, Rows = judged.Rows,
            Sum = 0, FindingCount = judged.Findings.Count, Findings = judged.Findings.Kept,
            Municipalities = [.. judged.Municipalities.Select(m => m.Code)],
        };
    }

    private async Task<Offer> Keep(
        OfferFolder folder, StoredOffer stored, byte[]? manifest, OfferCheck check, CancellationToken cancel)
    {
        if (check.IsGone)
            await folder.Delete(OfferFolder.FileOf(stored.Key.Id), cancel);
        else if (manifest is not null)
            await folder.Write(OfferFolder.ManifestOf(stored.Key.Id), manifest, cancel);
        var offer = new Offer
        {
            Id = stored.Key.Id, Supplier = stored.Agreement.Supplier.Code, Contract = stored.Agreement.Contract,
            FileName = stored.FileName, Bytes = stored.Bytes, Sha256 = stored.Sha256,
            OfferedAt = _time.GetUtcNow().UtcDateTime, Check = check,
        };
        await folder.Write(offer, cancel);
        return offer;
    }
}
