using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Regional;

/// <summary>That the coordinator asked a gemeente for a month.</summary>
internal sealed class ReminderRow
{
    public required Guid Id { get; init; }

    public required string Municipality { get; init; }

    public required string Month { get; init; }

    public required DateTime At { get; init; }

    public required string By { get; init; }

    /// <summary>When the mail was sent, in UTC; null while it waits.</summary>
    public DateTime? SentAt { get; set; }

    /// <summary>To how many addresses; 0 when the gemeente has none.</summary>
    public int SentTo { get; set; }

    public static void Map(ModelBuilder model) => model.Entity<ReminderRow>(row =>
    {
        row.ToTable("Reminder");
        row.Property(r => r.Id).ValueGeneratedNever();
        row.Property(r => r.Municipality).HasMaxLength(6);
        row.Property(r => r.Month).HasMaxLength(7);
        row.Property(r => r.By).HasMaxLength(RegionalDb.NameLength);
    });
}
