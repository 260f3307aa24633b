using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Deliveries;

/// <summary>An address that hears of feeds: of a function, never of a person.</summary>
internal sealed class Contact
{
    public required string Address { get; init; }

    public required DateTime AddedAt { get; init; }
}

/// <summary>A mail that was written and is sent once; it holds a link and no figures.</summary>
internal sealed class OutgoingMail
{
    public required Guid Id { get; init; }

    /// <summary>What it tells of; one thing is told once.</summary>
    public required string About { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    /// <summary>Where its link leads, on the gemeente's own host.</summary>
    public required string Path { get; init; }

    public required DateTime WrittenAt { get; init; }

    public DateTime? SentAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>Until then a process is sending it, and no other does.</summary>
    public required DateTime ClaimedUntil { get; set; }
}

internal static class MailTables
{
    public const int LongestAddress = 200;

    public static void Map(ModelBuilder model)
    {
        model.Entity<Contact>(contact =>
        {
            contact.ToTable("Contact");
            contact.HasKey(c => c.Address);
            contact.Property(c => c.Address).HasMaxLength(LongestAddress);
        });
        model.Entity<OutgoingMail>(mail =>
        {
            mail.ToTable("OutgoingMail");
            mail.Property(m => m.Id).ValueGeneratedNever();
            mail.Property(m => m.About).HasMaxLength(150);
            mail.Property(m => m.Subject).HasMaxLength(200);
            mail.Property(m => m.Text).HasMaxLength(1000);
            mail.Property(m => m.Path).HasMaxLength(200);
            mail.HasIndex(m => m.About).IsUnique();
        });
    }
}
