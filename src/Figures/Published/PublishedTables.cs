using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Figures;

/// <summary>A stored <see cref="PublishedCount"/>; never changed.</summary>
internal sealed class PublishedCountRow
{
    /// <summary>What is stored for "not known": a published count is never below zero.</summary>
    public const int NotKnown = -1;

    public required long Delivery { get; init; }

    public required int Period { get; init; }

    public required int Row { get; init; }

    public required string Area { get; init; }

    public required string Category { get; init; }

    public required int Count { get; init; }
}

/// <summary>
/// Which delivery counts for a published period of a feed, and between which data versions; as
/// <see cref="WeekVersion"/> does for weeks.
/// </summary>
internal sealed class PeriodVersion
{
    public required string Contract { get; init; }

    public required string Supplier { get; init; }

    public required int Period { get; init; }

    public required long FromVersion { get; init; }

    public long ToVersion { get; set; } = WeekVersion.Open;

    public required long Delivery { get; init; }
}

internal static class PublishedTables
{
    extension(TenantDb db)
    {
        public DbSet<PublishedCountRow> PublishedCounts => db.Set<PublishedCountRow>();

        public DbSet<PeriodVersion> PeriodVersions => db.Set<PeriodVersion>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<PublishedCountRow>(count =>
        {
            count.ToTable("PublishedCount");
            count.HasKey(c => new { c.Delivery, c.Period, c.Row });
            count.Property(c => c.Area).HasMaxLength(10);
            count.Property(c => c.Category).HasMaxLength(20);
        });
        model.Entity<PeriodVersion>(version =>
        {
            version.ToTable("PeriodVersion");
            version.HasKey(v => new { v.Contract, v.Supplier, v.Period, v.FromVersion });
            version.HasIndex(v => v.ToVersion);
            version.Property(v => v.Contract).HasMaxLength(40);
            version.Property(v => v.Supplier).HasMaxLength(40);
        });
    }
}
