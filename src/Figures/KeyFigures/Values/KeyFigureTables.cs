using Microsoft.EntityFrameworkCore;
using Twente.Igw.Areas;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Figures;

/// <summary>A stored <see cref="KeyFigureFact"/>.</summary>
internal sealed class KeyFigureFactRow
{
    /// <summary>Values with <see cref="State"/> 0 are not known; their <see cref="Hundredths"/> mean nothing.</summary>
    public const int Known = 1;

    public required long Delivery { get; init; }

    public required string Municipality { get; init; }

    public required int Row { get; init; }

    public required string Figure { get; init; }

    public required string Period { get; init; }

    public required int BoundaryYear { get; init; }

    public required string Area { get; init; }

    public required int State { get; init; }

    public required long Hundredths { get; init; }

    public KeyFigureValue Value =>
        State == Known ? KeyFigureValue.OfHundredths(Hundredths) : KeyFigureValue.NotKnown;
}

/// <summary>Which import or delivery counts for a unit of a feed, and between which versions.</summary>
internal sealed class KeyFigureVersion
{
    /// <summary>"Until further notice".</summary>
    public const long Open = long.MaxValue;

    public required string Contract { get; init; }

    public required string Supplier { get; init; }

    public required string Municipality { get; init; }

    public required string Figure { get; init; }

    public required string Period { get; init; }

    public required int Level { get; init; }

    public required long FromVersion { get; init; }

    public long ToVersion { get; set; } = Open;

    public required long Delivery { get; init; }

    public required int BoundaryYear { get; init; }

    public required string Content { get; init; }

    public KeyFigureUnit Unit => new(
        AreaCode.Parse(Municipality), KeyFigureCode.Parse(Figure), KeyFigurePeriod.Parse(Period), (AreaLevel)Level);
}

/// <summary>One import of a publication that belongs to all gemeenten.</summary>
internal sealed class KeyFigureImport
{
    /// <summary>Counts from 1; the delivery of the facts it brought.</summary>
    public required long Number { get; init; }

    public required string FileName { get; init; }

    public required string Sha256 { get; init; }

    public required int Year { get; init; }

    /// <summary>The catalogue's version from which it counts.</summary>
    public required long Version { get; init; }

    public required DateTime ImportedAt { get; init; }
}

/// <summary>A line of a gemeente's own list, as <see cref="KeyFigure.Parse"/> reads it.</summary>
internal sealed class OwnKeyFigure
{
    public required string Code { get; init; }

    public required string Line { get; set; }
}

/// <summary>
/// The tables of key figures. Facts and versions are mapped alike in the catalogue, for what belongs to all gemeenten,
/// and in each tenant, for what is that gemeente's own.
/// </summary>
internal static class KeyFigureTables
{
    public const int LongestLine = 1000;

    extension(DbContext db)
    {
        public DbSet<KeyFigureFactRow> KeyFigureFacts => db.Set<KeyFigureFactRow>();

        public DbSet<KeyFigureVersion> KeyFigureVersions => db.Set<KeyFigureVersion>();
    }

    extension(CatalogueDb db)
    {
        public DbSet<KeyFigureImport> KeyFigureImports => db.Set<KeyFigureImport>();
    }

    extension(TenantDb db)
    {
        public DbSet<OwnKeyFigure> OwnKeyFigures => db.Set<OwnKeyFigure>();
    }

    public static void MapTenant(ModelBuilder model)
    {
        MapFacts(model);
        model.Entity<OwnKeyFigure>(own =>
        {
            own.ToTable("OwnKeyFigure");
            own.HasKey(o => o.Code);
            own.Property(o => o.Code).HasMaxLength(KeyFigureCode.MaxLength);
            own.Property(o => o.Line).HasMaxLength(LongestLine);
        });
    }

    public static void MapCatalogue(ModelBuilder model)
    {
        MapFacts(model);
        model.Entity<KeyFigureImport>(import =>
        {
            import.ToTable("KeyFigureImport");
            import.HasKey(i => i.Number);
            import.Property(i => i.Number).ValueGeneratedNever();
            import.Property(i => i.FileName).HasMaxLength(200);
            import.Property(i => i.Sha256).HasMaxLength(64);
        });
    }

    private static void MapFacts(ModelBuilder model)
    {
        model.Entity<KeyFigureFactRow>(fact =>
        {
            fact.ToTable("KeyFigureFact");
            fact.HasKey(f => new { f.Delivery, f.Municipality, f.Row });
            fact.Property(f => f.Municipality).HasMaxLength(6);
            fact.Property(f => f.Figure).HasMaxLength(KeyFigureCode.MaxLength);
            fact.Property(f => f.Period).HasMaxLength(8);
            fact.Property(f => f.Area).HasMaxLength(10);
        });
        model.Entity<KeyFigureVersion>(version =>
        {
            version.ToTable("KeyFigureVersion");
            version.HasKey(v => new
            {
                v.Contract, v.Supplier, v.Municipality, v.Figure, v.Period, v.Level, v.FromVersion,
            });
            version.HasIndex(v => new { v.Municipality, v.ToVersion });
            version.Property(v => v.Contract).HasMaxLength(40);
            version.Property(v => v.Supplier).HasMaxLength(40);
            version.Property(v => v.Municipality).HasMaxLength(6);
            version.Property(v => v.Figure).HasMaxLength(KeyFigureCode.MaxLength);
            version.Property(v => v.Period).HasMaxLength(8);
            version.Property(v => v.Content).HasMaxLength(16);
        });
    }
}
