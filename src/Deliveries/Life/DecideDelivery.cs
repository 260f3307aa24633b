using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// What a person decides about a delivery: accept or refuse a held one, check a refused one again after the known
/// areas or codes changed. The original in archive or quarantine is judged anew; nothing needs to be sent again.
/// </summary>
public sealed class DecideDelivery
{
    private readonly FindOriginal _originals;
    private readonly TenantChanges _changes;
    private readonly JudgeDelivery _judge;
    private readonly RecordJudgement _record;
    private readonly FollowUp _followUp;

    internal DecideDelivery(
        FindOriginal originals, TenantChanges changes, JudgeDelivery judge, RecordJudgement record,
        FollowUp followUp) =>
        (_originals, _changes, _judge, _record, _followUp) = (originals, changes, judge, record, followUp);

    /// <summary>Makes a held delivery count after all.</summary>
    public Task<Outcome> Accept(long number, string reason, Actor actor, CancellationToken cancel) =>
        JudgeAgain(number, DeliveryState.Held, personHasLooked: true, reason, actor, cancel);

    /// <summary>Judges a refused or held delivery again, against the areas and codes known now.</summary>
    public Task<Outcome> Recheck(long number, Actor actor, CancellationToken cancel) =>
        JudgeAgain(number, DeliveryState.Refused, personHasLooked: false, "", actor, cancel);

    /// <summary>Refuses a held delivery; its original moves to quarantine.</summary>
    public async Task<Outcome> Refuse(long number, string reason, Actor actor, CancellationToken cancel)
    {
        await using var change = await _changes.Begin(cancel);
        var deliveries = change.Db.Deliveries;
        var delivery = await deliveries.SingleOrDefaultAsync(d => d.Number == number, cancel);
        if (delivery?.State != DeliveryState.Held)
            return NotPossible(delivery, DeliveryState.Held);
        await _originals.Keep(delivery, OriginalPlace.Quarantine, cancel);
        delivery.State = DeliveryState.Refused;
        (delivery.Reason, delivery.DecidedBy, delivery.DecidedAt) = (reason, actor.Name, change.At);
        delivery.IsNoted = false;
        change.Record(new AuditEvent("delivery.refused", $"levering {number}", "door een persoon"), actor);
        await change.Commit(cancel);
        await _followUp.Execute(cancel);
        return new Outcome.Decided(DeliveryState.Refused);
    }

    private async Task<Outcome> JudgeAgain(
        long number, DeliveryState from, bool personHasLooked, string reason, Actor actor, CancellationToken cancel)
    {
        await using var change = await _changes.Begin(cancel);
        var deliveries = change.Db.Deliveries;
        var delivery = await deliveries.SingleOrDefaultAsync(d => d.Number == number, cancel);
        if (delivery is null
            || (delivery.State != from && !(from == DeliveryState.Refused && delivery.State == DeliveryState.Held)))
            return NotPossible(delivery, from);
        using var original = await _originals.Read(delivery, cancel);
        if (original is null)
            return new Outcome.OriginalGone(number);
        if (original.Unscanned)
            return new Outcome.Unscanned(number);
        var manifest = delivery.Manifest.Length == 0 ? null : System.Text.Encoding.UTF8.GetBytes(delivery.Manifest);
        var file = new DeliveredFile(
            delivery.Supplier, delivery.FileName, original.Path, delivery.Bytes, delivery.Sha256, manifest)
        {
            Malware = original.Malware, Grant = original.Grant,
        };
        // A person accepts what was looked at; checking again is with what is in force now.
        file = personHasLooked
            ? await _judge.AsBefore(file, delivery, cancel)
            : await _judge.Recognise(file, cancel);
        var judgement = await _judge.Execute(change.Db, number, file, personHasLooked, cancel);
        await _record.Execute(change, delivery, judgement, actor, cancel);
        delivery.Reason = reason;
        await _originals.Keep(delivery, delivery.StoredIn, cancel);
        await change.Commit(cancel);
        var state = delivery.State;
        await _followUp.Execute(cancel);
        return new Outcome.Decided(state);
    }

    private static Outcome NotPossible(Delivery? delivery, DeliveryState needed) => delivery is null
        ? new Outcome.Unknown()
        : new Outcome.WrongState(delivery.State, needed);

    /// <summary>What a decision can end in.</summary>
    public abstract record Outcome
    {
        /// <summary>The delivery now is in this state.</summary>
        public sealed record Decided(DeliveryState State) : Outcome;

        /// <summary>The tenant has no such delivery.</summary>
        public sealed record Unknown : Outcome;

        /// <summary>This decision needs a delivery in another state.</summary>
        public sealed record WrongState(DeliveryState Is, DeliveryState Needed) : Outcome;

        /// <summary>The original was destroyed or set apart; there is nothing to check.</summary>
        public sealed record OriginalGone(long Number) : Outcome;

        /// <summary>Nobody can say now whether the original is harmful; it was not read.</summary>
        public sealed record Unscanned(long Number) : Outcome;
    }
}
