using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Checks a file that was sent, by the rules of its own contract, and remembers what would become of it until the
/// supplier decides. No delivery is made; a file with another gemeente's rows is let go at once.
/// </summary>
public sealed class CheckOffer
{
    private readonly ITenantScopes _scopes;
    private readonly DataFolder _data;
    private readonly JudgeDistrictFile _district;
    private readonly TimeProvider _time;

    internal CheckOffer(ITenantScopes scopes, DataFolder data, JudgeDistrictFile district, TimeProvider time) =>
        (_scopes, _data, _district, _time) = (scopes, data, district, time);

    public async Task<Offer> Execute(StoredOffer stored, byte[]? manifest, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(stored);
        if (stored.Agreement.IsDistrict)
        {
            var (folder, file) = Read(OfferFolder.OfDistrict(_data), stored, manifest);
            var judged = await _district.Judge(file, cancel);
            return await Keep(folder, stored, manifest, new OfferCheck
            {
                State = judged.Findings.Any ? DeliveryState.Refused : DeliveryState.Accepted, Rows = judged.Rows,
                Sum = 0, FindingCount = judged.Findings.Count, Findings = judged.Findings.Kept,
                Municipalities = [.. judged.Municipalities.Select(m => m.Code)],
            }, cancel);
        }
        await using var scope = await _scopes.Open(stored.Agreement.Tenant, cancel);
        var (own, offered) = Read(OfferFolder.Of(scope.Get<TenantFiles>()), stored, manifest);
        return await Keep(own, stored, manifest, await scope.Get<TryDelivery>().Execute(offered, cancel), cancel);
    }

    private static (OfferFolder Folder, DeliveredFile File) Read(
        OfferFolder folder, StoredOffer stored, byte[]? manifest) => (folder, new DeliveredFile(
        stored.Agreement.Supplier.Code, stored.FileName, folder.FileOf(stored.Key.Id), stored.Bytes, stored.Sha256,
        manifest));

    private async Task<Offer> Keep(
        OfferFolder folder, StoredOffer stored, byte[]? manifest, OfferCheck check, CancellationToken cancel)
    {
        if (check.IsGone)
            File.Delete(folder.FileOf(stored.Key.Id));
        else if (manifest is not null)
            await File.WriteAllBytesAsync(folder.ManifestOf(stored.Key.Id), manifest, cancel);
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
