using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Regional;

/// <summary>How far a gemeente is with a month; says nothing of what was counted.</summary>
internal sealed class MonthStateRow
{
    public required string Municipality { get; init; }

    public required string Month { get; init; }

    /// <summary>When every week of it had been delivered, in UTC; null while that is not so.</summary>
    public DateTime? DeliveredAt { get; set; }

    public DateTime? ApprovedAt { get; set; }

    public static void Map(ModelBuilder model) => model.Entity<MonthStateRow>(row =>
    {
        row.ToTable("MonthState");
        row.HasKey(r => new { r.Municipality, r.Month });
        row.Property(r => r.Municipality).HasMaxLength(6);
        row.Property(r => r.Month).HasMaxLength(7);
    });
}
