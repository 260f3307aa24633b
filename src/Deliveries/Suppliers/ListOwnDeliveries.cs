using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Which of a supplier's deliveries are asked for.</summary>
public sealed record OwnDeliveriesFilter
{
    public TenantId? Tenant { get; init; }

    /// <summary>Under which they count.</summary>
    public string? Contract { get; init; }

    public DeliveryState? State { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;
}

/// <summary>A supplier's own deliveries over all gemeenten in its reach, the newest first.</summary>
public sealed class ListOwnDeliveries(ITenantScopes scopes)
{
    public const int PerPage = 25;

    /// <summary>Beyond this page one filters; each page is put together from all gemeenten.</summary>
    public const int LastPage = 200;

    public async Task<OwnDeliveries> Execute(
        SupplierReach reach, OwnDeliveriesFilter filter, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(reach);
        ArgumentNullException.ThrowIfNull(filter);
        var (page, found, total) = (Math.Clamp(filter.Page, 1, LastPage), new List<OwnDelivery>(), 0);
        foreach (var (tenant, name) in reach.Municipalities.Where(m => filter.Tenant is null || m.Id == filter.Tenant))
        {
            var feeds = reach.FeedsAt(tenant);
            await using var scope = await scopes.Open(tenant, cancel);
            var mine = Of(scope.Get<TenantDb>(), feeds, filter);
            total += await mine.CountAsync(cancel);
            found.AddRange((await mine.OrderByDescending(d => d.Number).Take(page * PerPage)
                .Select(DeliveryLine.OfRow).ToListAsync(cancel)).Select(l => new OwnDelivery(tenant, name, l)));
        }
        return new OwnDeliveries(
            [.. found.OrderByDescending(d => d.Line.ReceivedAt).ThenBy(d => d.Tenant.Code, StringComparer.Ordinal)
                .ThenByDescending(d => d.Line.Number).Skip((page - 1) * PerPage).Take(PerPage)],
            total, page);
    }

    private static IQueryable<Delivery> Of(
        TenantDb db, IReadOnlyList<(string Supplier, string Contract)> feeds, OwnDeliveriesFilter filter)
    {
        var deliveries = db.Deliveries;
        string[] suppliers = [.. feeds.Select(f => f.Supplier).Distinct()];
        string[] keys = [.. feeds.Select(f => f.Supplier + ":" + f.Contract)];
        var mine = deliveries.AsNoTracking().Where(d => suppliers.Contains(d.Supplier)
            && (d.Contract == null || keys.Contains(d.Supplier + ":" + d.Contract)));
        if (filter.Contract is { } contract)
            mine = mine.Where(d => d.Contract == contract);
        return filter.State is { } state ? mine.Where(d => d.State == state) : mine;
    }
}

/// <summary>A delivery in a supplier's list.</summary>
public sealed record OwnDelivery(TenantId Tenant, string Municipality, DeliveryLine Line);

/// <summary>A page of a supplier's deliveries.</summary>
/// <param name="Lines">At most <see cref="ListOwnDeliveries.PerPage"/>.</param>
/// <param name="Total">Of all pages.</param>
/// <param name="Page">From 1.</param>
public sealed record OwnDeliveries(IReadOnlyList<OwnDelivery> Lines, int Total, int Page)
{
    public int Pages => Math.Max(1, (Total + ListOwnDeliveries.PerPage - 1) / ListOwnDeliveries.PerPage);
}
