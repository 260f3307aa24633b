using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>An offer with the agreement that it is made under.</summary>
public sealed record OpenOffer(Offer Offer, ReachedAgreement Agreement);

/// <summary>Reads an offer of a supplier's own, while its agreement is in force.</summary>
public sealed class ShowOffer(ITenantScopes scopes, PlatformFiles platform)
{
    /// <returns>Null when it is not there, not any more, or another supplier's.</returns>
    public async Task<OpenOffer?> Execute(SupplierReach reach, OfferKey key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(reach);
        ArgumentNullException.ThrowIfNull(key);
        if (!reach.Agreements.Any(a => a.Place == key.Place))
            return null;
        var offer = await Read(reach, key, cancel);
        var agreement = offer is null ? null : reach.Agreements.FirstOrDefault(
            a => a.Place == key.Place && a.Supplier.Code == offer.Supplier && a.Contract == offer.Contract);
        return agreement is null ? null : new OpenOffer(offer!, agreement);
    }

    private async Task<Offer?> Read(SupplierReach reach, OfferKey key, CancellationToken cancel)
    {
        if (key.Place == DeliveryPlaces.District)
            return await new DistrictOfferFolder(platform).Read(key.Id, cancel);
        await using var scope = await scopes.Open(reach.Find(key.Place)!.Value, cancel);
        return await new TenantOfferFolder(scope.Get<TenantFiles>()).Read(key.Id, cancel);
    }
}
