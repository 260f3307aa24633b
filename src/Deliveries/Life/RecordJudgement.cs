using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Writes what was decided: findings, and for an accepted delivery what its contract makes of it. All in the caller's
/// transaction, so a reader sees the state before or after and nothing in between.
/// </summary>
internal sealed class RecordJudgement(TellMunicipalities tell)
{
    public async Task Execute(
        AuditedChange<TenantDb> change, Delivery delivery, Judgement judgement, Actor actor, CancellationToken cancel)
    {
        Describe(delivery, judgement, actor, change.At);
        await ReplaceFindings(change.Db, delivery, judgement, cancel);
        if (judgement.State == DeliveryState.Accepted)
            await judgement.Contract!.Load(change, delivery, judgement.Checked!, cancel);
        if (judgement.HasForeignRows)
            await tell.Execute(judgement, change.At, cancel);
        change.Record(
            new AuditEvent($"delivery.{delivery.State.ToString().ToLowerInvariant()}", $"levering {delivery.Number}"),
            actor);
    }

    private static void Describe(Delivery delivery, Judgement judgement, Actor actor, DateTime at)
    {
        delivery.State = judgement.State;
        delivery.Contract = judgement.Contract?.CountsAs;
        (delivery.Mapping, delivery.MappingVersion) = (judgement.Mapping?.Name, judgement.Mapping?.Version);
        delivery.FirstWeek = judgement.Weeks?.First.Number;
        delivery.LastWeek = judgement.Weeks?.Last.Number;
        delivery.OrderKey = judgement.OrderKey;
        delivery.Rows = (int)(judgement.Checked?.Rows ?? 0);
        delivery.Sum = judgement.Checked?.Sum ?? 0;
        delivery.FindingCount = (int)judgement.Findings.Count;
        delivery.DecidedAt = at;
        delivery.DecidedBy = actor.Name;
        delivery.IsNoted = false;
        delivery.StoredIn = judgement switch
        {
            { HasForeignRows: true } or { IsForOthers: true } => OriginalPlace.Platform,
            { State: DeliveryState.Refused } => OriginalPlace.Quarantine,
            _ => OriginalPlace.Archive,
        };
    }

    private static async Task ReplaceFindings(
        TenantDb db, Delivery delivery, Judgement judgement, CancellationToken cancel)
    {
        var (findings, number) = (db.Findings, delivery.Number);
        await findings.Where(f => f.Delivery == number).ExecuteDeleteAsync(cancel);
        findings.AddRange(judgement.Findings.Kept.Select((finding, at) => FindingRow.Of(number, at, finding)));
    }
}
