using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Finds the delivery of which a file is a repeat, if it is one.</summary>
internal sealed class FindRepeat(Contracts contracts)
{
    /// <summary>
    /// The same bytes for the same weeks of the same feed, while all of that delivery still counts or it waits for a
    /// person. So A, then B, then A again makes A count.
    /// </summary>
    public async Task<long?> Execute(TenantDb db, DeliveredFile file, CancellationToken cancel)
    {
        if (file.Sha256.Length == 0 || contracts.Of(file) is not { } contract)
            return null;
        var (deliveries, countsAs) = (db.Deliveries, contract.CountsAs);
        var same = await Saying(deliveries, file, contract)
            .Where(d => d.Supplier == file.Supplier && d.Contract == countsAs && d.Sha256 == file.Sha256)
            .Where(d => d.State == DeliveryState.Held || d.State == DeliveryState.Accepted)
            .OrderByDescending(d => d.Number).FirstOrDefaultAsync(cancel);
        if (same is null || same.State == DeliveryState.Held)
            return same?.Number;
        return await contract.StillCounts(db, same, cancel) ? same.Number : null;
    }

    /// <summary>Deliveries that would say the same of the same bytes.</summary>
    private static IQueryable<Delivery> Saying(DbSet<Delivery> deliveries, DeliveredFile file, Contract contract)
    {
        if (file.Mapping is { } by)
            return deliveries.AsNoTracking().Where(d => d.Mapping == by.Name && d.MappingVersion == by.Version
                && d.FileName == file.FileName);
        if (contract.Read(file.FileName) is not { Finding: null } name)
            return deliveries.AsNoTracking().Where(d => false);
        var (first, last) = (name.Weeks?.First.Number, name.Weeks?.Last.Number);
        return deliveries.AsNoTracking()
            .Where(d => d.Mapping == null && d.FirstWeek == first && d.LastWeek == last);
    }
}
