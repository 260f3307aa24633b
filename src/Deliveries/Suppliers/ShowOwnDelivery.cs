using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>One of a supplier's own deliveries. What is not in its reach is not there.</summary>
public sealed class ShowOwnDelivery(ITenantScopes scopes)
{
    /// <param name="reach">What the supplier may reach.</param>
    /// <param name="place">The gemeente in the address.</param>
    /// <param name="number">Number of the delivery there.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<OwnDeliveryView?> Execute(
        SupplierReach reach, string place, long number, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(reach);
        if (reach.Find(place) is not { } tenant)
            return null;
        await using var scope = await scopes.Open(tenant, cancel);
        if (await scope.Get<ShowDelivery>().Execute(number, cancel) is not { } delivery
            || !reach.Holds(tenant, delivery.Line.Supplier, delivery.Line.Contract))
            return null;
        var receipt = await scope.Get<IssueReceipt>().Execute(number, isRepeat: false, cancel);
        return new OwnDeliveryView(
            tenant, scope.Tenant.Name, delivery, receipt!);
    }

    /// <summary>How far a file is that came in a moment ago; null when it is not hers or not there.</summary>
    public async Task<ArrivalProgress?> Follow(
        SupplierReach reach, string place, long arrival, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(reach);
        if (reach.Find(place) is not { } tenant)
            return null;
        await using var scope = await scopes.Open(tenant, cancel);
        var arrivals = scope.Get<TenantDb>().Arrivals;
        var row = await arrivals.AsNoTracking().SingleOrDefaultAsync(a => a.Number == arrival, cancel);
        return row is not null && reach.Holds(tenant, row.Supplier, contract: null)
            ? new ArrivalProgress(row.FileName, row.Delivery, row.IsRepeat, row.State == ArrivalState.Lost)
            : null;
    }
}

/// <summary>A delivery as its supplier sees it.</summary>
public sealed record OwnDeliveryView(
    TenantId Tenant, string Municipality, DeliveryView Delivery, Receipt Receipt);

/// <summary>How far a file is.</summary>
/// <param name="FileName">Its name as delivered.</param>
/// <param name="Delivery">The delivery it became, or that it repeats; null while it waits for its turn.</param>
/// <param name="IsRepeat">It was delivered before.</param>
/// <param name="IsLost">It was gone before it could be taken.</param>
public sealed record ArrivalProgress(string FileName, long? Delivery, bool IsRepeat, bool IsLost);
