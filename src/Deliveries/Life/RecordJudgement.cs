using Microsoft.EntityFrameworkCore;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Writes what was decided: findings, and for an accepted delivery its facts and which weeks they count for. All in
/// the caller's transaction, so a reader sees the state before or after and nothing in between.
/// </summary>
internal sealed class RecordJudgement(FactLedger ledger, TellMunicipalities tell)
{
    public async Task Execute(
        AuditedChange<TenantDb> change, Delivery delivery, Judgement judgement, Actor actor, CancellationToken cancel)
    {
        Describe(delivery, judgement, actor, change.At);
        await ReplaceFindings(change.Db, delivery, judgement, cancel);
        if (judgement.State == DeliveryState.Accepted)
            await Load(change, delivery, judgement, cancel);
        if (judgement.HasForeignRows)
            await tell.Execute(judgement, change.At, cancel);
        change.Record(
            new AuditEvent($"delivery.{delivery.State.ToString().ToLowerInvariant()}", $"levering {delivery.Number}"),
            actor);
    }

    private static void Describe(Delivery delivery, Judgement judgement, Actor actor, DateTime at)
    {
        delivery.State = judgement.State;
        delivery.Contract = judgement.Name is null ? null : ContractName.PolitieWeek;
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
            { HasForeignRows: true } => OriginalPlace.Platform,
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

    private async Task Load(
        AuditedChange<TenantDb> change, Delivery delivery, Judgement judgement, CancellationToken cancel)
    {
        var (db, weeks) = (change.Db, judgement.Checked!.Weeks);
        var feed = new Feed(delivery.Contract!, delivery.Supplier);
        var before = (await ledger.Counting(db, feed, weeks[0].Week, weeks[^1].Week, cancel)).ToDictionary(c => c.Week);
        var newer = await Newer(db, delivery, before.Values, cancel);

        await ledger.Add(db, delivery.Number, judgement.Checked.Facts(), cancel);
        var taking = weeks.Where(w => !before.TryGetValue(w.Week, out var b) || !newer.Contains(b.Delivery)).ToList();
        CountingWeek[] counting = [.. taking.Select(w => new CountingWeek(w.Week, delivery.Number, w.BoundaryYear))];
        delivery.CountsFromVersion = await ledger.Count(db, feed, counting, [], change.At, cancel);

        var totals = await Usual.TotalsOf(db, [.. before.Values], cancel);
        var took = taking.Select(w => w.Week).ToHashSet();
        db.DeliveryWeeks.AddRange(weeks.Select(w => new DeliveryWeek
        {
            Delivery = delivery.Number, Week = w.Week.Number, BoundaryYear = w.BoundaryYear, Total = w.Total,
            Replaced = before.TryGetValue(w.Week, out var b) ? b.Delivery : null,
            ReplacedTotal = totals.TryGetValue(w.Week, out var total) ? total : null,
            TookEffect = took.Contains(w.Week),
        }));
        db.DeliveryGroupTotals.AddRange(judgement.Groups.Select(g => new DeliveryGroupTotal
        {
            Delivery = delivery.Number, Week = g.Week.Number, Group = g.Group.Code, Total = g.Total,
        }));
    }

    /// <summary>Deliveries counting now that are newer than this one by the feed's order key.</summary>
    private static async Task<HashSet<long>> Newer(
        TenantDb db, Delivery delivery, IEnumerable<CountingWeek> counting, CancellationToken cancel)
    {
        var (deliveries, numbers) = (db.Deliveries, counting.Select(c => c.Delivery).Distinct().ToArray());
        var others = await deliveries.AsNoTracking().Where(d => numbers.Contains(d.Number))
            .Select(d => new { d.Number, d.OrderKey, d.Sha256 }).ToListAsync(cancel);
        return [.. others
            .Where(o => (o.OrderKey, o.Sha256).CompareTo((delivery.OrderKey, delivery.Sha256)) > 0)
            .Select(o => o.Number)];
    }
}
