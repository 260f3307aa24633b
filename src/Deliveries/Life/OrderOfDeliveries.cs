using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Which of two deliveries of a feed is the newer: by the agreed key, then by their hash.</summary>
internal static class OrderOfDeliveries
{
    /// <summary>Those of the deliveries that are newer than this one.</summary>
    public static Task<HashSet<long>> NewerThan(
        Delivery delivery, TenantDb db, IEnumerable<long> others, CancellationToken cancel) =>
        NewerThan((delivery.OrderKey, delivery.Sha256), db, others, cancel);

    /// <summary>The same, of a file that is no delivery yet.</summary>
    public static async Task<HashSet<long>> NewerThan(
        (long OrderKey, string Sha256) file, TenantDb db, IEnumerable<long> others, CancellationToken cancel)
    {
        var (deliveries, numbers) = (db.Deliveries, others.Distinct().ToArray());
        var keys = await deliveries.AsNoTracking().Where(d => numbers.Contains(d.Number))
            .Select(d => new { d.Number, d.OrderKey, d.Sha256 }).ToListAsync(cancel);
        return [.. keys
            .Where(o => (o.OrderKey, o.Sha256).CompareTo(file) > 0)
            .Select(o => o.Number)];
    }

    /// <summary>Other accepted deliveries of the feed, newest first.</summary>
    public static async Task<List<long>> NewestFirst(TenantDb db, Delivery but, CancellationToken cancel)
    {
        var (deliveries, supplier, contract, self) = (db.Deliveries, but.Supplier, but.Contract, but.Number);
        var accepted = await deliveries.AsNoTracking()
            .Where(d => d.State == DeliveryState.Accepted && d.Number != self)
            .Where(d => d.Supplier == supplier && d.Contract == contract)
            .Select(d => new { d.Number, d.OrderKey, d.Sha256 }).ToListAsync(cancel);
        return [.. accepted.OrderByDescending(d => d.OrderKey)
            .ThenByDescending(d => d.Sha256, StringComparer.Ordinal).Select(d => d.Number)];
    }
}
