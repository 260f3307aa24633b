using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Takes back an accepted delivery; what it took the place of counts again.</summary>
public sealed class WithdrawDelivery
{
    private readonly TenantChanges _changes;
    private readonly Contracts _contracts;
    private readonly FollowUp _followUp;

    internal WithdrawDelivery(TenantChanges changes, Contracts contracts, FollowUp followUp) =>
        (_changes, _contracts, _followUp) = (changes, contracts, followUp);

    public async Task<DecideDelivery.Outcome> Execute(long number, string reason, Actor actor, CancellationToken cancel)
    {
        await using var change = await _changes.Begin(cancel);
        var deliveries = change.Db.Deliveries;
        var delivery = await deliveries.SingleOrDefaultAsync(d => d.Number == number, cancel);
        if (delivery is null)
            return new DecideDelivery.Outcome.Unknown();
        if (delivery.State != DeliveryState.Accepted)
            return new DecideDelivery.Outcome.WrongState(delivery.State, DeliveryState.Accepted);

        await _contracts.Get(delivery.Contract!).Withdraw(change, delivery, cancel);
        (delivery.State, delivery.Reason) = (DeliveryState.Withdrawn, reason);
        (delivery.DecidedBy, delivery.DecidedAt, delivery.IsNoted) = (actor.Name, change.At, false);
        change.Record(new AuditEvent("delivery.withdrawn", $"levering {number}"), actor);
        await change.Commit(cancel);
        await _followUp.Execute(cancel);
        return new DecideDelivery.Outcome.Decided(DeliveryState.Withdrawn);
    }
}
