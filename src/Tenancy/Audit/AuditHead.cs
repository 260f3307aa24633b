using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Tenancy;

/// <summary>
/// The last line of a chain, kept in a second place. Announced before the line is committed and confirmed after, so
/// that a crash in between leaves exactly two acceptable ends and a cut chain is still found.
/// </summary>
internal sealed class AuditHead
{
    /// <summary>Hash "before" the first line.</summary>
    public const string Start = "";

    /// <summary>The tenant's code, or <c>platform</c>.</summary>
    public required string Chain { get; init; }

    public long Number { get; set; }

    public string Hash { get; set; } = Start;

    public long? AnnouncedNumber { get; set; }

    public string? AnnouncedHash { get; set; }

    public static void Map(ModelBuilder model) => model.Entity<AuditHead>(head =>
    {
        head.ToTable("AuditHead");
        head.HasKey(h => h.Chain);
        head.Property(h => h.Chain).HasMaxLength(16);
        head.Property(h => h.Hash).HasMaxLength(64);
        head.Property(h => h.AnnouncedHash).HasMaxLength(64);
        // Confirming one line and announcing the next may come from two processes at once.
        head.Property(h => h.AnnouncedNumber).IsConcurrencyToken();
    });

    /// <summary>Whether a chain that ends here is complete.</summary>
    public bool Accepts(long number, string hash) =>
        (Number == number && Hash == hash) || (AnnouncedNumber == number && AnnouncedHash == hash);
}
