using System.ComponentModel.DataAnnotations;

namespace Twente.Igw.Deliveries;

/// <summary>How mail is sent (<c>Igw:Mail</c> in configuration); without a server none is.</summary>
public sealed class MailOptions : IValidatableObject
{
    /// <summary>The mail server; nothing is mailed without.</summary>
    public string? Server { get; set; }

    /// <summary>Where it listens.</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary>The sender's address.</summary>
    public string? From { get; set; }

    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>Who signs in there; nobody when not set.</summary>
    public string? User { get; set; }

    /// <summary>Her password.</summary>
    public string? Password { get; set; }

    /// <summary>Where links lead: <c>{gemeente}</c> is her host's first label, <c>{domein}</c> the domain.</summary>
    public string Site { get; set; } = "https://{gemeente}.{domein}";

    public bool IsOn => Server is { Length: > 0 };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsOn && !MimeKit.MailboxAddress.TryParse(From, out _))
            yield return new ValidationResult(
                $"Igw:Mail:From '{From}' is geen mailadres; met een server is een afzender nodig.");
        if (User is { Length: > 0 } && Security == MailSecurity.None)
            yield return new ValidationResult(
                "Igw:Mail:Security is None: een wachtwoord gaat alleen over een versleutelde verbinding.");
    }
}

/// <summary>How the connection to the mail server is kept from others.</summary>
public enum MailSecurity
{
    /// <summary>Not: only for a server on this machine or network.</summary>
    None,

    /// <summary>The server must offer STARTTLS.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,
}
