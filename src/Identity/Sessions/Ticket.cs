using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Identity;

/// <summary>
/// Somebody signed in on one host. The browser holds a key to it and nothing else, so that it can be ended here.
/// </summary>
internal sealed class Ticket
{
    /// <summary>SHA-256 of the key in the cookie: who reads the table cannot take a session over.</summary>
    public required string KeyHash { get; init; }

    public required Guid User { get; init; }

    /// <summary>The sign-in all tickets of one visit have in common.</summary>
    public required Guid SignIn { get; init; }

    /// <summary>For which host: its label.</summary>
    public required string Host { get; init; }

    /// <summary>Code of the gemeente of that host; empty elsewhere.</summary>
    public required string Tenant { get; init; }

    /// <summary>The ticket itself, encrypted for this host alone.</summary>
    public required string Protected { get; set; }

    public required DateTime IssuedAt { get; init; }

    public required DateTime SeenAt { get; set; }

    public static void Map(ModelBuilder model) => model.Entity<Ticket>(ticket =>
    {
        ticket.ToTable("Ticket");
        ticket.HasKey(t => t.KeyHash);
        ticket.Property(t => t.KeyHash).HasMaxLength(64);
        ticket.Property(t => t.Host).HasMaxLength(63);
        ticket.Property(t => t.Tenant).HasMaxLength(6);
        ticket.HasIndex(t => t.User);
        ticket.HasIndex(t => t.SignIn);
        ticket.HasIndex(t => t.SeenAt);
    });
}
