using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Figures;

/// <summary>A stored <see cref="Fact"/>: rows of one delivery and week lie together, in file order.</summary>
internal sealed class FactRow
{
    public required long Delivery { get; init; }

    public required int Week { get; init; }

    public required int Row { get; init; }

    public required int BoundaryYear { get; init; }

    public required string Area { get; init; }

    public required string Category { get; init; }

    public required int Weekday { get; init; }

    public required int Daypart { get; init; }

    public required int Count { get; init; }
}

/// <summary>
/// Which delivery counts for a week of a feed, and between which data versions. The row with
/// <see cref="ToVersion"/> <see cref="Open"/> counts now.
/// </summary>
internal sealed class WeekVersion
{
    /// <summary>"Until further notice".</summary>
    public const long Open = long.MaxValue;

    public required string Contract { get; init; }

    public required string Supplier { get; init; }

    public required int Week { get; init; }

    public required long FromVersion { get; init; }

    public long ToVersion { get; set; } = Open;

    public required long Delivery { get; init; }

    public required int BoundaryYear { get; init; }
}

/// <summary>When each data version began, for "as known on".</summary>
internal sealed class VersionMoment
{
    public required long Version { get; init; }

    public required DateTime At { get; init; }
}

internal static class FactTables
{
    extension(TenantDb db)
    {
        public DbSet<FactRow> Facts => db.Set<FactRow>();

        public DbSet<WeekVersion> WeekVersions => db.Set<WeekVersion>();

        public DbSet<DetailHorizon> DetailHorizons => db.Set<DetailHorizon>();

        public DbSet<VersionMoment> VersionMoments => db.Set<VersionMoment>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<FactRow>(fact =>
        {
            fact.ToTable("Fact");
            fact.HasKey(f => new { f.Delivery, f.Week, f.Row });
            fact.Property(f => f.Area).HasMaxLength(10);
            fact.Property(f => f.Category).HasMaxLength(20);
        });
        model.Entity<WeekVersion>(version =>
        {
            version.ToTable("WeekVersion");
            version.HasKey(v => new { v.Contract, v.Supplier, v.Week, v.FromVersion });
            version.HasIndex(v => v.ToVersion);
            version.Property(v => v.Contract).HasMaxLength(40);
            version.Property(v => v.Supplier).HasMaxLength(40);
        });
        model.Entity<DetailHorizon>(horizon =>
        {
            horizon.ToTable("DetailHorizon");
            horizon.Property(h => h.Id).ValueGeneratedNever();
        });
        model.Entity<VersionMoment>(moment =>
        {
            moment.ToTable("VersionMoment");
            moment.HasKey(m => m.Version);
            moment.Property(m => m.Version).ValueGeneratedNever();
        });
    }
}
