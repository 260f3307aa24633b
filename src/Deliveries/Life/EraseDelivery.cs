using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Takes a destroyed delivery, or its original alone, out of the database; in the caller's change. Hash, totals and
/// reason remain. Its findings quote the file, so of those only the number remains.
/// </summary>
internal sealed class EraseDelivery(Contracts contracts)
{
    public async Task Execute(
        AuditedChange<TenantDb> change, Delivery delivery, Destruction destroyed, CancellationToken cancel)
    {
        if (!destroyed.OriginalOnly)
        {
            if (delivery.State == DeliveryState.Accepted)
                await contracts.Get(delivery.Contract!).Withdraw(change, delivery, cancel);
            await Erase(change.Db, delivery, cancel);
            delivery.State = DeliveryState.Destroyed;
        }
        (delivery.StoredIn, delivery.Reason, delivery.IsNoted) = (OriginalPlace.Gone, destroyed.Why, false);
        (delivery.DecidedBy, delivery.DecidedAt) = (destroyed.By, destroyed.At);
    }

    private async Task Erase(TenantDb db, Delivery delivery, CancellationToken cancel)
    {
        // What was given back must stand before the rows it changed are taken out.
        await db.SaveChangesAsync(cancel);
        var (findings, number) = (db.Findings, delivery.Number);
        if (delivery.Contract is { } contract)
            await contracts.Get(contract).Erase(db, number, cancel);
        await findings.Where(f => f.Delivery == number).ExecuteDeleteAsync(cancel);
    }
}
