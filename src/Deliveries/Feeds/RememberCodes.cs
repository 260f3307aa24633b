using Microsoft.EntityFrameworkCore;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Remembers which codes a feed ever held, in the transaction in which its facts come or go.</summary>
internal sealed class RememberCodes(FactLedger ledger)
{
    /// <summary>A delivery's facts were added.</summary>
    public async Task Add(
        TenantDb db, Feed feed, long delivery, IEnumerable<CategoryCode> held, CancellationToken cancel)
    {
        var (codes, known) = (db.FeedCodes, await Known(db, feed, cancel));
        foreach (var code in held.Select(c => c.Code).Distinct(StringComparer.Ordinal))
            if (known.TryGetValue(code, out var row))
                row.FirstDelivery = Math.Min(row.FirstDelivery, delivery);
            else
                codes.Add(RowOf(feed, code, delivery));
    }

    /// <summary>A delivery's facts were taken out: what only it held was never there.</summary>
    public async Task Forget(TenantDb db, long delivery, CancellationToken cancel)
    {
        var (deliveries, remembered) = (db.Deliveries, db.FeedCodes);
        if (!await remembered.AnyAsync(c => c.FirstDelivery == delivery, cancel))
            return;
        var erased = await deliveries.AsNoTracking().SingleAsync(d => d.Number == delivery, cancel);
        var (contract, supplier) = (erased.Contract!, erased.Supplier);
        var others = await deliveries
            .Where(d => d.Contract == contract && d.Supplier == supplier && d.Number != delivery)
            .Select(d => d.Number).ToListAsync(cancel);
        var (codes, first) = (db.FeedCodes, await ledger.FirstHolding(db, others, cancel));
        foreach (var row in (await Known(db, new Feed(contract, supplier), cancel)).Values)
            if (first.TryGetValue(row.Code, out var number))
                row.FirstDelivery = number;
            else
                codes.Remove(row);
    }

    /// <summary>All facts were loaded into a database that remembers nothing yet.</summary>
    public async Task Anew(
        TenantDb db, IEnumerable<IGrouping<Feed, long>> deliveries, CancellationToken cancel)
    {
        foreach (var feed in deliveries)
            foreach (var (code, number) in await ledger.FirstHolding(db, [.. feed], cancel))
                db.FeedCodes.Add(RowOf(feed.Key, code, number));
    }

    private static async Task<Dictionary<string, FeedCode>> Known(TenantDb db, Feed feed, CancellationToken cancel)
    {
        var (codes, contract, supplier) = (db.FeedCodes, feed.Contract, feed.Supplier);
        return await codes.Where(c => c.Contract == contract && c.Supplier == supplier)
            .ToDictionaryAsync(c => c.Code, StringComparer.Ordinal, cancel);
    }

    private static FeedCode RowOf(Feed feed, string code, long delivery) => new()
    {
        Contract = feed.Contract, Supplier = feed.Supplier, Code = code, FirstDelivery = delivery,
    };
}
