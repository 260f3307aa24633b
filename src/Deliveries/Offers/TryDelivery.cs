using Microsoft.EntityFrameworkCore;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Judges a file as it would be judged if it were delivered now, and holds its weeks against what the same supplier
/// delivered of them before. Nothing is stored.
/// </summary>
internal sealed class TryDelivery(TenantDb db, JudgeDelivery judge, FindRepeat repeat, FactLedger ledger)
{
    public async Task<OfferCheck> Execute(DeliveredFile file, CancellationToken cancel)
    {
        var deliveries = db.Deliveries;
        var next = (await deliveries.MaxAsync(d => (long?)d.Number, cancel) ?? 0) + 1;
        file = await judge.Recognise(file, cancel);
        var judged = await judge.Execute(db, next, file, personHasLooked: false, cancel);
        return new OfferCheck
        {
            State = judged.State, Rows = judged.Checked?.Rows ?? 0, Sum = judged.Checked?.Sum ?? 0,
            FindingCount = judged.Findings.Count, Findings = judged.Findings.Kept,
            Repeats = await repeat.Execute(db, file, cancel),
            Weeks = judged.Checked is CheckedWeeks { Weeks.Count: > 0 } weeks
                ? await Beside(file, judged, weeks, cancel) : [],
            IsGone = judged.HasForeignRows || judged.IsForOthers,
        };
    }

    private async Task<IReadOnlyList<OfferedWeek>> Beside(
        DeliveredFile file, Judgement judged, CheckedWeeks check, CancellationToken cancel)
    {
        var (weeks, feed) = (check.Weeks, new Feed(judged.Contract!.CountsAs, file.Supplier));
        var before = await ledger.Counting(db, feed, weeks[0].Week, weeks[^1].Week, cancel);
        var totals = await Usual.TotalsOf(db, before, cancel);
        var newer = await OrderOfDeliveries.NewerThan(
            (judged.OrderKey, file.Sha256), db, before.Select(c => c.Delivery), cancel);
        var shut = before.Where(c => newer.Contains(c.Delivery)).Select(c => c.Week).ToHashSet();
        return [.. weeks.Select(w => new OfferedWeek(
            w.Week.ToString(), totals.TryGetValue(w.Week, out var old) ? old : null, w.Total, !shut.Contains(w.Week)))];
    }
}
