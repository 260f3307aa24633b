using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Tenancy;

/// <summary>
/// Everything one gemeente owns. The model names no schema and no tenant: the connection decides whose it is.
/// Capabilities contribute their tables as model parts and reach them through extension properties of their own.
/// </summary>
public sealed class TenantDb(DbContextOptions<TenantDb> options, ModelParts<TenantDb> parts, TenantLogin login)
    : DbContext(options)
{
    /// <summary>Whose database this is; the guard holds every opened connection to it.</summary>
    public TenantId Owner => login.Tenant;

    /// <summary>With what its connections sign in.</summary>
    public TenantLogin Login => login;

    internal DbSet<AuditLine> Audit => Set<AuditLine>();

    internal DbSet<DataVersion> Versions => Set<DataVersion>();

    internal DbSet<ChangeRequest> ChangeRequests => Set<ChangeRequest>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        StoredForms.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        AuditLine.Map(modelBuilder);
        DataVersion.Map(modelBuilder);
        ChangeRequest.Map(modelBuilder);
        parts.Map(modelBuilder);
    }
}
