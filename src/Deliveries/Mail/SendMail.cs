using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Sends the mails of the current tenant that were written and not sent. A mail is claimed before it is sent, so that
/// of several processes one does; what fails is tried again at the next look, for half a day.
/// </summary>
internal sealed class SendMail(
    TenantDb db, ICurrentTenant current, ComposeMail compose, SmtpDelivery smtp, ILogger<SendMail> log)
{
    private const int MostAttempts = 150;
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(4);

    public async Task Execute(CancellationToken cancel)
    {
        var (mails, contacts) = (db.OutgoingMails, db.Contacts);
        if (!smtp.IsOn)
            return;
        var unsent = await mails.AsNoTracking().Where(m => m.SentAt == null && m.Attempts < MostAttempts)
            .OrderBy(m => m.WrittenAt).ToListAsync(cancel);
        if (unsent.Count == 0)
            return;
        var to = await contacts.AsNoTracking().OrderBy(c => c.Address).Select(c => c.Address).ToListAsync(cancel);
        foreach (var mail in unsent)
            if (to.Count > 0 && await Take(mail.Id, cancel) && !await Send(mail, to, cancel))
                return;
    }

    private async Task<bool> Take(Guid id, CancellationToken cancel)
    {
        var (mails, now) = (db.OutgoingMails, compose.Now);
        var until = now + Claim;
        return await mails.Where(m => m.Id == id && m.SentAt == null && m.ClaimedUntil <= now).ExecuteUpdateAsync(
            m => m.SetProperty(x => x.ClaimedUntil, until).SetProperty(x => x.Attempts, x => x.Attempts + 1),
            cancel) == 1;
    }

    private async Task<bool> Send(OutgoingMail mail, IReadOnlyList<string> to, CancellationToken cancel)
    {
        try
        {
            await smtp.Send(compose.Of(mail, current.Tenant, to), cancel);
        }
        catch (Exception failure) when (SmtpDelivery.IsTrouble(failure))
        {
            log.LogWarning(
                "Een mail van {Tenant} kon niet worden verstuurd en wordt later herhaald: {Why}", current.Tenant.Id,
                failure.Message);
            return false;
        }
        var (mails, id, now) = (db.OutgoingMails, mail.Id, compose.Now);
        await mails.Where(m => m.Id == id).ExecuteUpdateAsync(m => m.SetProperty(x => x.SentAt, now), cancel);
        return true;
    }
}
