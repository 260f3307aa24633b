using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// A mapping of a tenant's feed. With her own data: it names her neighbourhoods and her supplier's words, which no
/// other gemeente may learn.
/// </summary>
internal sealed class MappingRow
{
    public required string Name { get; init; }

    public required string Supplier { get; init; }

    public required string Contract { get; init; }

    /// <summary>The version through which files go; null while it is a draft or retired.</summary>
    public int? Active { get; set; }

    public bool IsRetired { get; set; }
}

/// <summary>A mapping as it was saved; never changed.</summary>
internal sealed class MappingVersionRow
{
    public required string Name { get; init; }

    /// <summary>From 1.</summary>
    public required int Version { get; init; }

    public required string Json { get; init; }

    public required DateTime SavedAt { get; init; }

    public required string SavedBy { get; init; }
}

internal static class MappingTables
{
    extension(TenantDb db)
    {
        public DbSet<MappingRow> Mappings => db.Set<MappingRow>();

        public DbSet<MappingVersionRow> MappingVersions => db.Set<MappingVersionRow>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<MappingRow>(mapping =>
        {
            mapping.ToTable("Mapping");
            mapping.HasKey(m => m.Name);
            mapping.Property(m => m.Name).HasMaxLength(40);
            mapping.Property(m => m.Supplier).HasMaxLength(40);
            mapping.Property(m => m.Contract).HasMaxLength(40);
        });
        model.Entity<MappingVersionRow>(version =>
        {
            version.ToTable("MappingVersion");
            version.HasKey(v => new { v.Name, v.Version });
            version.Property(v => v.Name).HasMaxLength(40);
            version.Property(v => v.Version).ValueGeneratedNever();
            version.Property(v => v.Json).HasMaxLength(Mapping.LongestJson);
            version.Property(v => v.SavedBy).HasMaxLength(100);
        });
    }
}
