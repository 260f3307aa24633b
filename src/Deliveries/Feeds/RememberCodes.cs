using Microsoft.EntityFrameworkCore;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Remembers which codes a feed ever held, in the transaction in which a delivery is accepted.</summary>
internal static class RememberCodes
{
    public static async Task Execute(
        TenantDb db, Feed feed, long delivery, IEnumerable<CategoryCode> held, CancellationToken cancel)
    {
        var (codes, contract, supplier) = (db.FeedCodes, feed.Contract, feed.Supplier);
        var known = await codes.Where(c => c.Contract == contract && c.Supplier == supplier).Select(c => c.Code)
            .ToListAsync(cancel);
        // The first delivery of all is not news.
        var first = known.Count == 0 ? FeedCode.FromTheBeginning : delivery;
        codes.AddRange(held.Select(c => c.Code).Except(known, StringComparer.Ordinal).Select(code => new FeedCode
        {
            Contract = contract, Supplier = supplier, Code = code, FirstDelivery = first,
        }));
    }
}
