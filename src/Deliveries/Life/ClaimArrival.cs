using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>A file that lies in the tenant's incoming folder and has no row yet.</summary>
/// <param name="Supplier">Who delivers it.</param>
/// <param name="FileName">Its name as delivered.</param>
/// <param name="StoredName">Where it lies.</param>
internal sealed record UnclaimedFile(SupplierCode Supplier, string FileName, string StoredName);

/// <summary>
/// Writes the row of a file that came by another door than the drop folder. The same stored file is claimed once,
/// however often it is asked.
/// </summary>
internal static class ClaimArrival
{
    public static async Task<Arrival> Execute(
        AuditedChange<TenantDb> change, UnclaimedFile file, Actor actor, CancellationToken cancel)
    {
        var (arrivals, stored) = (change.Db.Arrivals, file.StoredName);
        if (await arrivals.SingleOrDefaultAsync(a => a.StoredName == stored, cancel) is { } claimed)
            return claimed;
        var last = await arrivals.MaxAsync(a => (long?)a.Number, cancel) ?? 0;
        var arrival = new Arrival
        {
            Number = last + 1, Supplier = file.Supplier.Code, FileName = file.FileName, StoredName = stored,
            FoundAt = change.At, Actor = actor.Name, Origin = actor.Origin,
        };
        arrivals.Add(arrival);
        return arrival;
    }
}
