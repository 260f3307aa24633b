using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Turns an arrival into a delivery, or recognises it as a repeat of one, and decides on it.</summary>
internal sealed class ReceiveDelivery(JudgeDelivery judge, RecordJudgement record, FindRepeat repeat)
{
    public async Task Execute(
        AuditedChange<TenantDb> change, Arrival arrival, DeliveredFile? fetched, CancellationToken cancel)
    {
        if (fetched is not { } file)
        {
            arrival.State = ArrivalState.Lost;
            change.Record(new AuditEvent("arrival.lost", arrival.FileName, "weg voordat het kon worden opgehaald"),
                ActorOf(arrival));
            return;
        }
        arrival.UnscannedSince = null;
        if (await repeat.Execute(change.Db, file, cancel) is { } first)
        {
            (arrival.Delivery, arrival.IsRepeat, arrival.State) = (first, true, ArrivalState.Decided);
            change.Record(new AuditEvent("delivery.repeated", $"levering {first}"), ActorOf(arrival));
            return;
        }
        var delivery = await Add(change, arrival, file, cancel);
        var judgement = await judge.Execute(change.Db, delivery.Number, file, false, cancel);
        await record.Execute(change, delivery, judgement, ActorOf(arrival), cancel);
    }

    /// <summary>Refuses an arrival that could not be dealt with, so that later ones need not wait for it.</summary>
    public async Task GiveUp(
        AuditedChange<TenantDb> change, Arrival arrival, DeliveredFile? fetched, CancellationToken cancel)
    {
        var file = fetched ?? new DeliveredFile(arrival.Supplier, arrival.FileName, "", 0, "", null);
        var delivery = await Add(change, arrival, file, cancel);
        await record.Execute(change, delivery, Judgement.Refused(Finding.OfFile("platform.failure", file.FileName)),
            Actor.Platform, cancel);
    }

    private static async Task<Delivery> Add(
        AuditedChange<TenantDb> change, Arrival arrival, DeliveredFile file, CancellationToken cancel)
    {
        var deliveries = change.Db.Deliveries;
        var last = await deliveries.MaxAsync(d => (long?)d.Number, cancel) ?? 0;
        var delivery = new Delivery
        {
            Number = last + 1, Supplier = file.Supplier, FileName = file.FileName, Bytes = file.Bytes,
            Sha256 = file.Sha256, State = DeliveryState.Received, ReceivedAt = arrival.FoundAt,
            StoredName = arrival.StoredName, StoredIn = OriginalPlace.Archive, Manifest = file.ManifestText,
        };
        deliveries.Add(delivery);
        (arrival.Delivery, arrival.State) = (delivery.Number, ArrivalState.Decided);
        return delivery;
    }

    private static Actor ActorOf(Arrival arrival) => new(arrival.Actor, arrival.Origin);
}
