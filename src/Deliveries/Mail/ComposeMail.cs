using Microsoft.Extensions.Options;
using MimeKit;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Makes of what was written a mail that can be sent: plain text, one link, no figures.</summary>
internal sealed class ComposeMail(
    IOptions<MailOptions> options, IOptions<TenancyOptions> platform, TimeProvider time)
{
    public DateTime Now => time.GetUtcNow().UtcDateTime;

    public MimeMessage Of(OutgoingMail mail, Tenant tenant, IReadOnlyList<string> to)
    {
        var site = options.Value.Site
            .Replace("{gemeente}", tenant.Slug.Label, StringComparison.Ordinal)
            .Replace("{domein}", platform.Value.Domain, StringComparison.Ordinal);
        var from = MailboxAddress.Parse(options.Value.From!);
        var message = new MimeMessage
        {
            Subject = $"{mail.Subject} (gemeente {tenant.Name})", Date = time.GetUtcNow(),
            // The same at every attempt: who got it already can tell.
            MessageId = $"{mail.Id:N}@{from.Domain}",
            Body = new TextPart("plain")
            {
                Text = $"{mail.Subject}.\n\n{mail.Text}\n\n{site}{mail.Path}\n\n"
                    + "Dit bericht is automatisch verstuurd en bevat geen cijfers.\n",
            },
        };
        message.From.Add(from);
        // Each sees the function it was sent to and no list of others.
        message.Bcc.AddRange(to.Select(MailboxAddress.Parse));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }

    /// <summary>A link by which one person makes her account; it goes to her alone.</summary>
    public MimeMessage Invitation(Tenant tenant, Invitee invitee) => ToOne(
        invitee.Address, invitee.Name, $"Uw toegang tot Twente IGW (gemeente {tenant.Name})",
        $"Gemeente {tenant.Name} nodigt u uit voor Twente IGW. Maak met deze link uw account; zij werkt eenmaal, tot "
        + $"en met {invitee.Until:dd-MM-yyyy}.\n\n{invitee.Link}");

    /// <summary>A link by which one person chooses a new password; it goes to her alone.</summary>
    public MimeMessage NewPassword(string address, string name, Uri link) => ToOne(
        address, name, "Een nieuw wachtwoord voor Twente IGW",
        "Met deze link kiest u een nieuw wachtwoord. Zij werkt eenmaal en een uur lang; uw app met codes, of een "
        + $"herstelcode, is ook nodig.\n\n{link}");

    private MimeMessage ToOne(string address, string name, string subject, string text)
    {
        var from = MailboxAddress.Parse(options.Value.From!);
        var message = new MimeMessage
        {
            Subject = subject, Date = time.GetUtcNow(), MessageId = $"{Guid.CreateVersion7():N}@{from.Domain}",
            Body = new TextPart("plain")
            {
                Text = $"Beste {name},\n\n{text}\n\nVerwachtte u dit niet? Gooi dit bericht dan weg.\n",
            },
        };
        message.From.Add(from);
        message.To.Add(new MailboxAddress(name, address));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }
}
