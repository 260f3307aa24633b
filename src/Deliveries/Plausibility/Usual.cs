using Microsoft.EntityFrameworkCore;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>What a supplier usually sends in a week.</summary>
/// <param name="WeekTotal">The median week's total: one odd week does not move it.</param>
/// <param name="Groups">Mean per week of each group of categories.</param>
/// <param name="YearEarlier">
/// Total of each group in the asked weeks 52 weeks earlier, absent when zero; null when not all of these are known.
/// </param>
internal sealed record Usual(
    double WeekTotal, IReadOnlyDictionary<string, double> Groups, IReadOnlyDictionary<string, long>? YearEarlier)
{
    /// <summary>
    /// What is expected of a group in this many weeks. Some things have a season: no more is expected than there was
    /// in the same weeks a year earlier.
    /// </summary>
    public double ExpectedOf(string group, int weeks) =>
        Math.Min(Groups[group] * weeks, YearEarlier?.GetValueOrDefault(group) ?? double.PositiveInfinity);

    /// <param name="db">The tenant's database.</param>
    /// <param name="weeks">The weeks that count and say what is usual.</param>
    /// <param name="asked">The weeks of which something is expected.</param>
    /// <param name="cancel">Ends the reading.</param>
    public static async Task<Usual> Read(
        TenantDb db, IReadOnlyList<CountingWeek> weeks, WeekRange asked, CancellationToken cancel)
    {
        long[] totals = [.. (await TotalsOf(db, weeks, cancel)).Values.Order()];
        var median = totals.Length == 0 ? 0 : (totals[(totals.Length - 1) / 2] + totals[totals.Length / 2]) / 2.0;

        var (groupTotals, counts) = (db.DeliveryGroupTotals, weeks.ToDictionary(w => w.Week.Number, w => w.Delivery));
        var (numbers, deliveries) = (counts.Keys.ToArray(), counts.Values.Distinct().ToArray());
        var rows = await groupTotals.AsNoTracking()
            .Where(t => deliveries.Contains(t.Delivery) && numbers.Contains(t.Week)).ToListAsync(cancel);
        var counting = rows.Where(r => counts[r.Week] == r.Delivery).ToList();
        var groups = Totals(counting).ToDictionary(
            g => g.Key, g => g.Value / (double)weeks.Count, StringComparer.Ordinal);
        var earlier = asked.Weeks().Select(w => w.Plus(-Window.YearInWeeks).Number).ToHashSet();
        return new Usual(
            median, groups,
            earlier.All(counts.ContainsKey) ? Totals(counting.Where(r => earlier.Contains(r.Week))) : null);
    }

    private static Dictionary<string, long> Totals(IEnumerable<DeliveryGroupTotal> rows) =>
        rows.GroupBy(r => r.Group, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Sum(r => r.Total), StringComparer.Ordinal);

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
