using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Databases.Sqlite;

/// <summary>Lets <c>src/Databases/add-migration</c> compare the tenant model with its last migration.</summary>
internal sealed class DesignTenantDb : IDesignTimeDbContextFactory<TenantDb>
{
    public TenantDb CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<TenantDb>().UseSqlite("Data Source=design.db", AllModels.HereAreMigrations).Options,
        AllModels.Parts<TenantDb>(), TenantId.Parse("GM0000"));
}

/// <summary>Lets <c>src/Databases/add-migration</c> compare the catalogue model with its last migration.</summary>
internal sealed class DesignCatalogueDb : IDesignTimeDbContextFactory<CatalogueDb>
{
    public CatalogueDb CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<CatalogueDb>().UseSqlite("Data Source=design.db", AllModels.HereAreMigrations)
        .Options,
        AllModels.Parts<CatalogueDb>());
}

internal static class AllModels
{
    public static void HereAreMigrations(SqliteDbContextOptionsBuilder sqlite) =>
        sqlite.MigrationsAssembly(typeof(AllModels).Assembly);

    public static ModelParts<TDb> Parts<TDb>() where TDb : DbContext
    {
        using var services = Capabilities.AddTables(new ServiceCollection()).BuildServiceProvider();
        return new ModelParts<TDb>(services.GetServices<ModelPart<TDb>>());
    }
}
