using Microsoft.Extensions.Logging;
using MimeKit;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Mails somebody the link by which she chooses a new password, at once or not at all, as with an invitation.
/// </summary>
public sealed class MailNewPassword
{
    private readonly SmtpDelivery _smtp;
    private readonly ComposeMail _compose;
    private readonly ILogger _log;

    internal MailNewPassword(SmtpDelivery smtp, ComposeMail compose, ILogger<MailNewPassword> log) =>
        (_smtp, _compose, _log) = (smtp, compose, log);

    /// <summary>Whether mail is sent at all.</summary>
    public bool IsOn => _smtp.IsOn;

    public async Task Execute(string address, string name, Uri link, CancellationToken cancel)
    {
        if (!_smtp.IsOn || !MailboxAddress.TryParse(address, out _))
            return;
        try
        {
            await _smtp.Send(_compose.NewPassword(address, name, link), cancel);
        }
        catch (Exception failure) when (SmtpDelivery.IsTrouble(failure))
        {
            _log.LogWarning("Een link voor een nieuw wachtwoord kon niet worden gemaild: {Why}", failure.Message);
        }
    }
}
