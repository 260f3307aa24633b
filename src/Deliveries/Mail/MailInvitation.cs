using Microsoft.Extensions.Logging;
using MimeKit;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Who is invited, and the link that goes to her alone.</summary>
public sealed record Invitee(string Address, string Name, Uri Link, DateOnly Until);

/// <summary>
/// Mails somebody the link of her invitation, at once or not at all: the link opens an account, and a mail that waits
/// would keep it.
/// </summary>
public sealed class MailInvitation
{
    private readonly SmtpDelivery _smtp;
    private readonly ComposeMail _compose;
    private readonly ILogger _log;

    internal MailInvitation(SmtpDelivery smtp, ComposeMail compose, ILogger<MailInvitation> log) =>
        (_smtp, _compose, _log) = (smtp, compose, log);

    /// <summary>Whether mail is sent at all.</summary>
    public bool IsOn => _smtp.IsOn;

    /// <returns>False when it was not sent: whoever invited hands over the link herself.</returns>
    public async Task<bool> Execute(Tenant tenant, Invitee invitee, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(invitee);
        if (!_smtp.IsOn || !MailboxAddress.TryParse(invitee.Address, out _))
            return false;
        try
        {
            await _smtp.Send(_compose.Invitation(tenant, invitee), cancel);
            return true;
        }
        catch (Exception failure) when (SmtpDelivery.IsTrouble(failure))
        {
            _log.LogWarning(
                "De uitnodiging van {Tenant} kon niet worden gemaild: {Why}", tenant.Id, failure.Message);
            return false;
        }
    }
}
