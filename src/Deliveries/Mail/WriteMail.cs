using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Writes mails in the change that makes them true; they are sent later. Nothing is written while mail is off or nobody
/// is to hear, so that turning it on does not tell old news.
/// </summary>
internal sealed class WriteMail(IOptions<MailOptions> options)
{
    private static readonly FeedState[] Told = [FeedState.Late, FeedState.Silent, FeedState.Shrunk];

    public async Task OfFeed(AuditedChange<TenantDb> change, FeedHealth feed, CancellationToken cancel)
    {
        var contacts = change.Db.Contacts;
        if (!options.Value.IsOn || !Told.Contains(feed.State) || !await contacts.AnyAsync(cancel))
            return;
        var at = change.At.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        Add(
            change, $"feed:{feed.Supplier}:{feed.Contract}:{feed.State}:{at}",
            $"De levering {feed.Contract} van {feed.Supplier} is {FeedWords.Of(feed.State)}",
            FeedWords.Advice(feed), "/leveringen");
    }

    /// <summary>Deliveries that were held or refused since somebody is to hear of them.</summary>
    public async Task OfDeliveries(AuditedChange<TenantDb> change, CancellationToken cancel)
    {
        var (contacts, deliveries, mails) = (change.Db.Contacts, change.Db.Deliveries, change.Db.OutgoingMails);
        var first = await contacts.AsNoTracking().OrderBy(c => c.AddedAt).FirstOrDefaultAsync(cancel);
        if (!options.Value.IsOn || first?.AddedAt is not { } since)
            return;
        var found = await deliveries.AsNoTracking()
            .Where(d => d.State == DeliveryState.Held || d.State == DeliveryState.Refused)
            .Where(d => d.DecidedAt >= since).OrderBy(d => d.Number)
            .Select(d => new { d.Number, d.State }).ToListAsync(cancel);
        var told = (await mails.Where(m => m.About.StartsWith("delivery:")).Select(m => m.About).ToListAsync(cancel))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var delivery in found)
            if (told.Add($"delivery:{delivery.Number}:{delivery.State}"))
                Add(
                    change, $"delivery:{delivery.Number}:{delivery.State}",
                    $"Levering {delivery.Number} is {DeliveryWords.Of(delivery.State)}",
                    delivery.State == DeliveryState.Held
                        ? "De levering wijkt sterk af van wat gewoonlijk komt en wacht op uw oordeel."
                        : "Geen enkele rij telt mee. De pagina zegt waarom en wat de regel is.",
                    $"/leveringen/{delivery.Number}");
    }

    private static void Add(
        AuditedChange<TenantDb> change, string about, string subject, string text, string path) =>
        change.Db.OutgoingMails.Add(new OutgoingMail
        {
            Id = Guid.CreateVersion7(), About = about, Subject = subject, Text = text, Path = path,
            WrittenAt = change.At, ClaimedUntil = change.At,
        });
}
