using Microsoft.EntityFrameworkCore;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Reads what a feed is judged by from what is stored of its deliveries.</summary>
internal sealed class ReadFeedSigns(TenantDb db, FactLedger ledger)
{
    private const int WeeksOfMemory = 52;
    private const int DeliveriesOfMemory = 12;

    /// <summary>The newest accepted delivery of a feed and what it is held against; null while there is none.</summary>
    public async Task<NewestOfFeed?> Newest(Feed feed, CancellationToken cancel)
    {
        var (deliveries, contract, supplier) = (db.Deliveries, feed.Contract, feed.Supplier);
        var accepted = await deliveries.AsNoTracking()
            .Where(d => d.Contract == contract && d.Supplier == supplier && d.State == DeliveryState.Accepted)
            .OrderByDescending(d => d.Number).Take(DeliveriesOfMemory + 1)
            .Select(d => new DeliverySize(d.Number, d.ReceivedAt, d.Rows, d.FirstWeek, d.LastWeek))
            .ToListAsync(cancel);
        if (accepted.Count == 0)
            return null;
        var fresh = await NewCodes(feed, accepted[0].Number, cancel);
        var limits = await db.PlausibilityLimits.AsNoTracking().SingleOrDefaultAsync(cancel)
            ?? new PlausibilityLimits();
        var (stand, total) = await Total(feed, accepted[0], limits, cancel);
        return new NewestOfFeed(accepted[0].ReceivedAt, stand, fresh, RowsBeside(accepted, limits), total);
    }

    /// <summary>The first delivery of all is not news.</summary>
    private async Task<IReadOnlyList<string>> NewCodes(Feed feed, long newest, CancellationToken cancel)
    {
        var (codes, contract, supplier) = (db.FeedCodes, feed.Contract, feed.Supplier);
        var known = await codes.AsNoTracking().Where(c => c.Contract == contract && c.Supplier == supplier)
            .OrderBy(c => c.Code).Select(c => new { c.Code, c.FirstDelivery }).ToListAsync(cancel);
        return known.All(c => c.FirstDelivery == newest)
            ? []
            : [.. known.Where(c => c.FirstDelivery == newest).Select(c => c.Code)];
    }

    private async Task<(IsoWeek? Stand, Beside? Total)> Total(
        Feed feed, DeliverySize newest, PlausibilityLimits limits, CancellationToken cancel)
    {
        if (newest.LastWeek is null)
            return (null, null);
        var end = IsoWeek.FromNumber(newest.LastWeek.Value);
        var counting = await ledger.Counting(db, feed, end.Plus(-WeeksOfMemory), end, cancel);
        if (counting.Count == 0)
            return (null, null);
        CountingWeek[] earlier = [.. counting.SkipLast(1)];
        var stand = counting[^1].Week;
        if (earlier.Length < limits.WeeksNeeded)
            return (stand, null);
        var usual = (await Usual.Read(db, earlier, new WeekRange(stand, stand), cancel)).WeekTotal;
        var now = (await Usual.TotalsOf(db, [counting[^1]], cancel)).GetValueOrDefault(stand);
        return (stand, usual < limits.CountThatSaysSomething ? null : new Beside(now, usual));
    }

    /// <summary>Rows per week, so that a file that restates more weeks is not a larger one.</summary>
    private static Beside? RowsBeside(IReadOnlyList<DeliverySize> accepted, PlausibilityLimits limits)
    {
        double[] earlier = [.. accepted.Skip(1).Where(d => d.Weeks > 0).Select(d => d.RowsPerWeek).Order()];
        var weeks = accepted.Skip(1).Sum(d => d.Weeks);
        if (earlier.Length == 0 || weeks < limits.WeeksNeeded || accepted[0].Weeks == 0)
            return null;
        var median = (earlier[(earlier.Length - 1) / 2] + earlier[earlier.Length / 2]) / 2;
        return median < limits.CountThatSaysSomething ? null : new Beside(accepted[0].RowsPerWeek, median);
    }

    private sealed record DeliverySize(long Number, DateTime ReceivedAt, int Rows, int? FirstWeek, int? LastWeek)
    {
        public int Weeks => FirstWeek is { } first && LastWeek is { } last
            ? new WeekRange(IsoWeek.FromNumber(first), IsoWeek.FromNumber(last)).Length
            : 0;

        public double RowsPerWeek => Rows / (double)Weeks;
    }
}

/// <summary>The newest accepted delivery of a feed.</summary>
internal sealed record NewestOfFeed(
    DateTime ReceivedAt, IsoWeek? Stand, IReadOnlyList<string> NewCodes, Beside? Rows, Beside? Total);
