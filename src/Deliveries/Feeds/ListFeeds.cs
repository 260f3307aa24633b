using Microsoft.EntityFrameworkCore;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>How the feeds of the current tenant are doing, one line per agreement that has not ended.</summary>
public sealed class ListFeeds
{
    private readonly TenantDb _db;
    private readonly ListAgreements _agreements;
    private readonly ReadFeedSigns _signs;
    private readonly TimeProvider _time;

    internal ListFeeds(TenantDb db, ListAgreements agreements, ReadFeedSigns signs, TimeProvider time) =>
        (_db, _agreements, _signs, _time) = (db, agreements, signs, time);

    public async Task<IReadOnlyList<FeedHealth>> Execute(CancellationToken cancel)
    {
        var today = _time.DutchToday();
        var lines = await _agreements.Execute(_db.Owner, cancel);
        var feeds = new List<FeedHealth>();
        foreach (var line in lines.Where(l => l.Until is null || l.Until >= today))
            feeds.Add(await Judge(line, today, cancel));
        return feeds;
    }

    private async Task<FeedHealth> Judge(AgreementLine line, DateOnly today, CancellationToken cancel)
    {
        var feed = new Feed(ContractName.CountsAs(line.Contract), line.Supplier);
        var newest = await _signs.Newest(feed, cancel);
        var (held, refused) = await Waiting(feed, cancel);
        var verdict = JudgeFeed.Of(new FeedSigns
        {
            Today = today, Since = line.MadeOn > line.From ? line.MadeOn : line.From,
            ExpectedWeekday = feed.Contract == ContractName.PolitieWeek ? line.ExpectedWeekday : null,
            LastAccepted = newest is null ? null : DutchDay.Of(newest.ReceivedAt),
            Rows = newest?.Rows, Total = newest?.Total, NewCodes = newest?.NewCodes ?? [],
        });
        return new FeedHealth
        {
            Agreement = line.Id, Supplier = line.Supplier, Contract = line.Contract, IsConfirmed = line.IsConfirmed,
            State = verdict.State, Missed = verdict.Missed, LastAccepted = newest?.ReceivedAt, Stand = newest?.Stand,
            NewCodes = newest?.NewCodes ?? [], Held = held, NewestRefused = refused,
        };
    }

    private async Task<(int Held, bool NewestRefused)> Waiting(Feed feed, CancellationToken cancel)
    {
        var (deliveries, contract, supplier) = (_db.Deliveries, feed.Contract, feed.Supplier);
        var mine = deliveries.AsNoTracking().Where(d => d.Contract == contract && d.Supplier == supplier);
        var newest = await mine.OrderByDescending(d => d.Number).Select(d => (DeliveryState?)d.State)
            .FirstOrDefaultAsync(cancel);
        return (
            await mine.CountAsync(d => d.State == DeliveryState.Held, cancel), newest == DeliveryState.Refused);
    }
}
