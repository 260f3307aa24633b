using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Destroys a delivery, or its original alone, for good: it is put on the list that every restore replays before
/// anything is deleted. Repeating it finishes what a killed run began.
/// </summary>
public sealed class DestroyDelivery
{
    private readonly TenantChanges _changes;
    private readonly ListDestroyed _list;
    private readonly EraseDelivery _erase;
    private readonly FollowUp _followUp;

    internal DestroyDelivery(TenantChanges changes, ListDestroyed list, EraseDelivery erase, FollowUp followUp) =>
        (_changes, _list, _erase, _followUp) = (changes, list, erase, followUp);

    /// <summary>
    /// The whole delivery: its facts leave the book, and each of its weeks falls back as when it were withdrawn.
    /// </summary>
    public Task<DecideDelivery.Outcome> Execute(long number, string reason, Actor actor, CancellationToken cancel) =>
        Destroy(number, originalOnly: false, reason, actor, cancel);

    /// <summary>
    /// A refused delivery past its retention; one that was checked again in the meantime and counts is left alone.
    /// </summary>
    public async Task<DecideDelivery.Outcome> Refused(
        long number, string reason, Actor actor, CancellationToken cancel)
    {
        await using (var look = await _changes.Begin(cancel))
        {
            var deliveries = look.Db.Deliveries;
            var delivery = await deliveries.AsNoTracking().SingleOrDefaultAsync(d => d.Number == number, cancel);
            if (delivery is null)
                return new DecideDelivery.Outcome.Unknown();
            if (delivery.State is not (DeliveryState.Refused or DeliveryState.Destroyed))
                return new DecideDelivery.Outcome.WrongState(delivery.State, DeliveryState.Refused);
        }
        return await Destroy(number, originalOnly: false, reason, actor, cancel);
    }

    /// <summary>The original past its retention: the figures made from it stay and so does its state.</summary>
    public Task<DecideDelivery.Outcome> Original(long number, string reason, Actor actor, CancellationToken cancel) =>
        Destroy(number, originalOnly: true, reason, actor, cancel);

    private async Task<DecideDelivery.Outcome> Destroy(
        long number, bool originalOnly, string reason, Actor actor, CancellationToken cancel)
    {
        if (await Announce(number, originalOnly, reason, actor, cancel) is not { } destroyed)
            return new DecideDelivery.Outcome.Unknown();
        await using var change = await _changes.Begin(cancel);
        var deliveries = change.Db.Deliveries;
        var delivery = await deliveries.SingleAsync(d => d.Number == number, cancel);
        if (!IsDone(delivery, originalOnly))
        {
            await _erase.Execute(change, delivery, destroyed, cancel);
            change.Record(EventOf(destroyed), actor);
        }
        // The original is deleted with the writing of the note, which is done again until it succeeds.
        delivery.IsNoted = false;
        await change.Commit(cancel);
        var state = delivery.State;
        await _followUp.Execute(cancel);
        return new DecideDelivery.Outcome.Decided(state);
    }

    /// <summary>Puts it on the list first: what a crash leaves undone, no restore brings back.</summary>
    private async Task<Destruction?> Announce(
        long number, bool originalOnly, string reason, Actor actor, CancellationToken cancel)
    {
        Destruction destroyed;
        TenantId tenant;
        await using (var look = await _changes.Begin(cancel))
        {
            var deliveries = look.Db.Deliveries;
            var delivery = await deliveries.AsNoTracking().SingleOrDefaultAsync(d => d.Number == number, cancel);
            if (delivery is null)
                return null;
            tenant = look.Db.Owner;
            destroyed = new Destruction
            {
                Tenant = tenant.Code, Delivery = number, Sha256 = delivery.Sha256, OriginalOnly = originalOnly,
                At = look.At, By = actor.Name, Why = reason,
            };
            if (IsDone(delivery, originalOnly))
                return destroyed;
        }
        await _list.Add(tenant, [destroyed], cancel);
        return destroyed;
    }

    private static bool IsDone(Delivery delivery, bool originalOnly) =>
        delivery.State == DeliveryState.Destroyed || (originalOnly && delivery.StoredIn == OriginalPlace.Gone);

    internal static AuditEvent EventOf(Destruction destroyed) => new(
        destroyed.OriginalOnly ? "delivery.original-destroyed" : "delivery.destroyed", $"levering {destroyed.Delivery}",
        Purpose: destroyed.Why.Length <= 300 ? destroyed.Why : destroyed.Why[..300]);
}
