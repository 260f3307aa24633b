using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Looks how the feeds of the current tenant are doing, remembers it, and writes down once what somebody must hear of:
/// a feed that became late, silent or shrunk, a delivery that is held or refused. Apart from receiving, which never
/// waits for it.
/// </summary>
public sealed class WatchFeeds
{
    private readonly ListFeeds _feeds;
    private readonly TenantChanges _changes;
    private readonly FeedGauge _gauge;
    private readonly WriteMail _write;
    private readonly SendMail _send;

    internal WatchFeeds(
        ListFeeds feeds, TenantChanges changes, FeedGauge gauge, WriteMail write, SendMail send) =>
        (_feeds, _changes, _gauge, _write, _send) = (feeds, changes, gauge, write, send);

    /// <summary>As a job.</summary>
    public async Task Execute(CancellationToken cancel)
    {
        var feeds = await _feeds.Execute(cancel);
        await using (var change = await _changes.Begin(cancel))
        {
            _gauge.Put(change.Db.Owner, feeds);
            await _write.OfDeliveries(change, cancel);
            if (await Remember(change, feeds, cancel) || change.Db.ChangeTracker.HasChanges())
                await change.Commit(cancel);
        }
        await _send.Execute(cancel);
    }

    private async Task<bool> Remember(
        AuditedChange<TenantDb> change, IReadOnlyList<FeedHealth> feeds, CancellationToken cancel)
    {
        var stands = change.Db.FeedStands;
        var known = await stands.ToDictionaryAsync(s => (s.Supplier, s.Contract), cancel);
        var changed = false;
        foreach (var feed in feeds.DistinctBy(f => (f.Supplier, f.Contract)))
        {
            var row = known.GetValueOrDefault((feed.Supplier, feed.Contract));
            if (row?.State == feed.State)
                continue;
            if (row is null)
                stands.Add(new FeedStand
                {
                    Supplier = feed.Supplier, Contract = feed.Contract, State = feed.State, Since = change.At,
                });
            else
                (row.State, row.Since) = (feed.State, change.At);
            changed = true;
            change.Record(
                new AuditEvent("feed.changed", $"{feed.Supplier} · {feed.Contract}", FeedWords.Of(feed.State)),
                Actor.Platform);
            await _write.OfFeed(change, feed, cancel);
        }
        return changed;
    }
}
