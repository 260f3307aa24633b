using Microsoft.EntityFrameworkCore;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>What a supplier usually sends in a week.</summary>
/// <param name="WeekTotal">The median week's total: one odd week does not move it.</param>
/// <param name="Groups">Mean per week of each group of categories.</param>
internal sealed record Usual(double WeekTotal, IReadOnlyDictionary<string, double> Groups)
{
    public static async Task<Usual> Read(TenantDb db, IReadOnlyList<CountingWeek> weeks, CancellationToken cancel)
    {
        long[] totals = [.. (await TotalsOf(db, weeks, cancel)).Values.Order()];
        var median = totals.Length == 0 ? 0 : (totals[(totals.Length - 1) / 2] + totals[totals.Length / 2]) / 2.0;

        var (groupTotals, counts) = (db.DeliveryGroupTotals, weeks.ToDictionary(w => w.Week.Number, w => w.Delivery));
        var (numbers, deliveries) = (counts.Keys.ToArray(), counts.Values.Distinct().ToArray());
        var rows = await groupTotals.AsNoTracking()
            .Where(t => deliveries.Contains(t.Delivery) && numbers.Contains(t.Week)).ToListAsync(cancel);
        var groups = rows.Where(r => counts[r.Week] == r.Delivery)
            .GroupBy(r => r.Group, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Sum(r => r.Total) / (double)weeks.Count, StringComparer.Ordinal);
        return new Usual(median, groups);
    }

    /// <summary>Totals of weeks as they count now.</summary>
    public static async Task<IReadOnlyDictionary<IsoWeek, long>> TotalsOf(
        TenantDb db, IReadOnlyList<CountingWeek> weeks, CancellationToken cancel)
    {
        var (deliveryWeeks, counts) = (db.DeliveryWeeks, weeks.ToDictionary(w => w.Week.Number, w => w.Delivery));
        var (numbers, deliveries) = (counts.Keys.ToArray(), counts.Values.Distinct().ToArray());
        var rows = await deliveryWeeks.AsNoTracking()
            .Where(w => deliveries.Contains(w.Delivery) && numbers.Contains(w.Week))
            .Select(w => new { w.Delivery, w.Week, w.Total }).ToListAsync(cancel);
        return rows.Where(r => counts[r.Week] == r.Delivery)
            .ToDictionary(r => IsoWeek.FromNumber(r.Week), r => r.Total);
    }
}
