using System.ComponentModel.DataAnnotations;

namespace Twente.Igw.Identity;

/// <summary>Settings of signing in (<c>Igw:Identity</c> in configuration).</summary>
public sealed class SignInOptions
{
    /// <summary>
    /// A certificate with its private key (PKCS #12) that encrypts the platform's keys where they are stored. The
    /// embedded profile makes one.
    /// </summary>
    public string? Certificate { get; set; }

    /// <summary>With which the file of the certificate is opened.</summary>
    public string? CertificatePassword { get; set; }

    /// <summary>Where the sites are reached from outside; the embedded profile takes what it listens on.</summary>
    public string? Scheme { get; set; }

    /// <summary>The port of that address, when it is not the usual one.</summary>
    public int? Port { get; set; }

    /// <summary>A ticket unused for so long is no ticket any more.</summary>
    public TimeSpan Idle { get; set; } = TimeSpan.FromMinutes(60);

    /// <summary>However much it is used.</summary>
    public TimeSpan Longest { get; set; } = TimeSpan.FromHours(8);

    /// <summary>
    /// How often a minute one address may try to sign in; password and code are one each. An office whose people all
    /// come from one address needs more.
    /// </summary>
    [Range(1, 100_000)]
    public int AttemptsPerMinute { get; set; } = 30;

    /// <summary>
    /// How long a new key of the platform is only announced before it is used. Every process reads the keys ten times
    /// in it, and every client the provider's public keys four times.
    /// </summary>
    public TimeSpan KeyAnnounced { get; set; } = TimeSpan.FromMinutes(10);
}
