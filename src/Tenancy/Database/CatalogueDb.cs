using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Tenancy;

/// <summary>
/// What the platform itself knows: tenants, suppliers and agreements, areas, the platform's audit chain.
/// </summary>
public sealed class CatalogueDb(DbContextOptions<CatalogueDb> options, ModelParts<CatalogueDb> parts)
    : DbContext(options), IPlatformDb
{
    public PlatformModel Part => PlatformModel.Catalogue;

    public DbSet<TenantRow> Tenants => Set<TenantRow>();

    internal DbSet<Destruction> Destructions => Set<Destruction>();

    internal DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    internal DbSet<AuditLine> Audit => Set<AuditLine>();

    internal DbSet<DataVersion> Versions => Set<DataVersion>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        StoredForms.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<TenantRow>(tenant =>
        {
            tenant.ToTable("Tenant");
            tenant.Property(t => t.Id).HasMaxLength(6);
            tenant.Property(t => t.Slug).HasMaxLength(40);
            tenant.Property(t => t.Name).HasMaxLength(100);
            tenant.Property(t => t.State).HasMaxLength(16);
            tenant.Property(t => t.Schema).HasMaxLength(150);
            tenant.HasIndex(t => t.Slug).IsUnique();
        });
        Destruction.Map(modelBuilder);
        AuditLine.Map(modelBuilder);
        AuditHead.Map(modelBuilder);
        DataVersion.Map(modelBuilder);
        parts.Map(modelBuilder);
    }
}
