using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Destroys again, in a database that came back, what was destroyed before.</summary>
internal static class ReplayDestroyed
{
    public static async Task Execute(TenantScope scope, AuditedChange<TenantDb> change, CancellationToken cancel)
    {
        var (erase, files) = (scope.Get<EraseDelivery>(), scope.Get<TenantFiles>());
        foreach (var destroyed in await scope.Get<ListDestroyed>().Of(scope.Tenant.Id, cancel))
        {
            var deliveries = change.Db.Deliveries;
            var delivery = await deliveries.SingleOrDefaultAsync(
                d => d.Number == destroyed.Delivery && d.Sha256 == destroyed.Sha256, cancel);
            if (delivery is null)
                continue;
            // Before the commit: the list is the decision, and this only carries it out.
            await files.DeleteOriginal(delivery.StoredName, cancel);
            var isDone = destroyed.OriginalOnly
                ? delivery.StoredIn == OriginalPlace.Gone
                : delivery.State == DeliveryState.Destroyed;
            if (isDone)
                continue;
            await erase.Execute(change, delivery, destroyed, cancel);
            change.Record(DestroyDelivery.EventOf(destroyed) with { Result = "opnieuw" }, Actor.Platform);
        }
    }
}
