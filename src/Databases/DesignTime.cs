using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Twente.Igw.Areas;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;
using Twente.Igw.Identity;
using Twente.Igw.Publishing;
using Twente.Igw.Regional;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Databases;

/// <summary>Lets <c>src/Databases/add-migration</c> compare the tenant model with its last migration.</summary>
internal sealed class DesignTenantDb : IDesignTimeDbContextFactory<TenantDb>
{
    public TenantDb CreateDbContext(string[] args) =>
        AllModels.On(args).GetRequiredService<TenantDatabases>().Open(new TenantLogin(TenantId.Parse("GM0000"), 0));
}

/// <summary>Lets <c>src/Databases/add-migration</c> compare the catalogue model with its last migration.</summary>
internal sealed class DesignCatalogueDb : IDesignTimeDbContextFactory<CatalogueDb>
{
    public CatalogueDb CreateDbContext(string[] args) =>
        AllModels.On(args).GetRequiredService<TenantDatabases>().CreateDbContext();
}

/// <summary>Lets <c>src/Databases/add-migration</c> compare the identity model with its last migration.</summary>
internal sealed class DesignIdentityDb : IDesignTimeDbContextFactory<IdentityDb>
{
    public IdentityDb CreateDbContext(string[] args) =>
        AllModels.On(args).GetRequiredService<IDbContextFactory<IdentityDb>>().CreateDbContext();
}

/// <summary>Lets <c>src/Databases/add-migration</c> compare the regional model with its last migration.</summary>
internal sealed class DesignPublishingDb : IDesignTimeDbContextFactory<PublishingDb>
{
    public PublishingDb CreateDbContext(string[] args) =>
        (PublishingDb)AllModels.On(args).GetServices<PlatformContext>()
            .Single(c => c.Model == PlatformModel.Regional).Open();
}

/// <summary>Every capability that has tables, without the rest of the program and without a server.</summary>
internal static class AllModels
{
    /// <param name="args">The engine's name.</param>
    public static IServiceProvider On(string[] args)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Igw:Database:Engine"] = args[0], ["Igw:Database:Server"] = "", ["Igw:Database:Secret"] = "design",
        };
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddTenancy(new DataFolder(Path.GetTempPath()))
            .AddDatabases().AddIdentity().AddAreas().AddFigures().AddDeliveries()
            .AddRegional().AddPublishing()
            .BuildServiceProvider();
    }
}
