using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Areas;

/// <summary>That a municipality's areas of a boundary year are loaded, and from which file.</summary>
internal sealed class BoundaryImport
{
    public required int BoundaryYear { get; init; }

    public required string Municipality { get; init; }

    /// <summary>SHA-256 of the file it came from, for whoever wants to know the source.</summary>
    public required string SourceSha256 { get; init; }

    /// <summary>Hash of what that file says of this municipality; also part of its boundary file's name.</summary>
    public required string Content { get; init; }

    /// <summary>The catalogue's version from which this holds.</summary>
    public required long Version { get; init; }

    public required DateTime ImportedAt { get; init; }
}

/// <summary>A stored <see cref="Area"/>.</summary>
internal sealed class AreaRow
{
    public required int BoundaryYear { get; init; }

    public required string Code { get; init; }

    public required int Level { get; init; }

    public required string Name { get; init; }

    public required string? Parent { get; init; }

    public required string Municipality { get; init; }

    public required int? Inhabitants { get; init; }

    public required int? Households { get; init; }

    /// <summary>Since the year before: 1 unchanged, 2 code changed, 3 boundary changed; null when not stated.</summary>
    public required int? ChangeCode { get; init; }

    public Area ToArea() =>
        new(AreaCode.Parse(Code), Name, Parent is null ? null : AreaCode.Parse(Parent), Inhabitants, Households);
}

internal static class AreaTables
{
    /// <summary>CBS's own column is TEXT(254).</summary>
    public const int NameLength = 254;

    extension(CatalogueDb db)
    {
        public DbSet<BoundaryImport> BoundaryImports => db.Set<BoundaryImport>();

        public DbSet<AreaRow> Areas => db.Set<AreaRow>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<BoundaryImport>(import =>
        {
            import.ToTable("BoundaryImport");
            import.HasKey(i => new { i.BoundaryYear, i.Municipality });
            import.Property(i => i.Municipality).HasMaxLength(6);
            import.Property(i => i.SourceSha256).HasMaxLength(64);
            import.Property(i => i.Content).HasMaxLength(16);
        });
        model.Entity<AreaRow>(area =>
        {
            area.ToTable("Area");
            area.HasKey(a => new { a.BoundaryYear, a.Code });
            area.HasIndex(a => new { a.BoundaryYear, a.Municipality });
            area.Property(a => a.Code).HasMaxLength(10);
            area.Property(a => a.Name).HasMaxLength(NameLength);
            area.Property(a => a.Parent).HasMaxLength(8);
            area.Property(a => a.Municipality).HasMaxLength(6);
        });
    }
}
