using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// A supplier takes back a delivery of its own. One that waits for a person counts nowhere and is refused at once; of
/// one that counts, or once did, the gemeente is asked, because readers have seen its figures.
/// </summary>
public sealed class AskWithdrawal(ITenantScopes scopes)
{
    private const int LongestReason = 500;

    public async Task<WithdrawalOutcome> Execute(
        SupplierReach reach, string place, long number, string reason, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(reach);
        ArgumentNullException.ThrowIfNull(reason);
        if (reason.Trim().Length is 0 or > LongestReason)
            return new WithdrawalOutcome.NoReason();
        if (reach.Find(place) is not { } tenant)
            return new WithdrawalOutcome.Unknown();
        await using var scope = await scopes.Open(tenant, cancel);
        if (await scope.Get<ShowDelivery>().Execute(number, cancel) is not { Line: var line }
            || !reach.Holds(tenant, line.Supplier, line.Contract))
            return new WithdrawalOutcome.Unknown();
        if (line.State == DeliveryState.Held)
        {
            var refused = await scope.Get<DecideDelivery>().Refuse(
                number, "Op verzoek van de leverancier: " + reason.Trim(), actor, cancel);
            if (refused is DecideDelivery.Outcome.Decided)
                return new WithdrawalOutcome.TakenBack();
        }
        return await Ask(scope, number, reason.Trim(), actor, cancel);
    }

    private static async Task<WithdrawalOutcome> Ask(
        TenantScope scope, long number, string reason, Actor actor, CancellationToken cancel)
    {
        await using var change = await scope.Get<TenantChanges>().Begin(cancel);
        var deliveries = change.Db.Deliveries;
        var delivery = await deliveries.SingleAsync(d => d.Number == number, cancel);
        if (delivery.State != DeliveryState.Accepted)
            return new WithdrawalOutcome.NotPossible(delivery.State);
        if (delivery.WithdrawalAskedAt is not null)
            return new WithdrawalOutcome.Asked();
        (delivery.WithdrawalAskedAt, delivery.WithdrawalReason) = (change.At, reason);
        delivery.IsNoted = false;
        change.Record(new AuditEvent("delivery.withdrawal-asked", $"levering {number}"), actor);
        await change.Commit(cancel);
        await scope.Get<FollowUp>().Execute(cancel);
        return new WithdrawalOutcome.Asked();
    }
}

/// <summary>What asking to take a delivery back can end in.</summary>
public abstract record WithdrawalOutcome
{
    private WithdrawalOutcome()
    {
    }

    /// <summary>It never counted and never will.</summary>
    public sealed record TakenBack : WithdrawalOutcome;

    /// <summary>The gemeente decides; asking twice is asking once.</summary>
    public sealed record Asked : WithdrawalOutcome;

    /// <summary>There is nothing left to take back.</summary>
    public sealed record NotPossible(DeliveryState Is) : WithdrawalOutcome;

    /// <summary>Nothing was done: a reason of 1 to 500 characters is needed.</summary>
    public sealed record NoReason : WithdrawalOutcome;

    /// <summary>The supplier has no such delivery.</summary>
    public sealed record Unknown : WithdrawalOutcome;
}
