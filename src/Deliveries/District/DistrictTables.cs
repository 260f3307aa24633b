using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Deliveries;

/// <summary>Tables of the catalogue: a file for several gemeenten belongs to no tenant.</summary>
internal static class DistrictTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<DistrictFile>(file =>
        {
            file.ToTable("DistrictFile");
            file.HasKey(f => f.Number);
            file.Property(f => f.Number).ValueGeneratedNever();
            file.Property(f => f.Supplier).HasMaxLength(40);
            file.Property(f => f.FileName).HasMaxLength(255);
            file.Property(f => f.DropName).HasMaxLength(300);
            file.Property(f => f.StoredName).HasMaxLength(60);
            file.Property(f => f.Actor).HasMaxLength(100);
            file.Property(f => f.Origin).HasMaxLength(64);
            file.Property(f => f.Sha256).HasMaxLength(64);
            file.Property(f => f.State).HasConversion<string>().HasMaxLength(16);
            file.HasIndex(f => f.IsFiled);
        });
        model.Entity<DistrictPart>(part =>
        {
            part.ToTable("DistrictPart");
            part.HasKey(p => new { p.File, p.Tenant });
            part.Property(p => p.Tenant).HasMaxLength(6);
            part.Property(p => p.StoredName).HasMaxLength(60);
        });
        model.Entity<DistrictFinding>(finding =>
        {
            finding.ToTable("DistrictFinding");
            finding.HasKey(f => new { f.File, f.Ordinal });
            finding.Property(f => f.Code).HasMaxLength(40);
            finding.Property(f => f.Value).HasMaxLength(300);
            finding.Property(f => f.Rule).HasMaxLength(500);
            finding.Property(f => f.Sheet).HasMaxLength(100);
        });
    }
}
