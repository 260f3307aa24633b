using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Twente.Igw.Databases.PostgreSql;
using Twente.Igw.Databases.Sqlite;
using Twente.Igw.Databases.SqlServer;
using Twente.Igw.Regional;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Databases;

/// <summary>Registers the database engine that configuration names.</summary>
public static class DatabasesModule
{
    public static IServiceCollection AddDatabases(this IServiceCollection services)
    {
        services.AddOptions<DatabaseOptions>()
            .BindConfiguration("Igw:Database").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<JobOptions>().BindConfiguration("Igw:Jobs").ValidateOnStart();
        services.AddSingleton<PrincipalSecrets>();
        services.AddSingleton(s => new KeepJobs(
            s.GetRequiredService<IOptions<DatabaseOptions>>(), s.GetRequiredService<IOptions<JobOptions>>(),
            s.GetRequiredService<PrincipalNames>(), s.GetRequiredService<PrincipalSecrets>()));
        services.AddSingleton(s => new PrincipalNames(s.GetRequiredService<IOptions<DatabaseOptions>>().Value.Prefix));
        services.AddSingleton<DatabaseEngine>(s => s.GetRequiredService<IOptions<DatabaseOptions>>().Value.Engine switch
        {
            EngineName.PostgreSql => ActivatorUtilities.CreateInstance<PostgreSqlEngine>(s),
            EngineName.SqlServer => ActivatorUtilities.CreateInstance<SqlServerEngine>(s),
            _ => ActivatorUtilities.CreateInstance<SqliteEngine>(s),
        });
        services.AddSingleton<MigratePlatform>();
        services.AddRegionalDatabases();
        services.AddSingleton(s => new Migrate(
            s.GetRequiredService<DatabaseEngine>(), s.GetRequiredService<TenantDatabases>(),
            s.GetRequiredService<MigratePlatform>(), s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<ILogger<Migrate>>()));
        services.AddSingleton(s => new RequireSchema(
            s.GetRequiredService<DatabaseEngine>(), s.GetRequiredService<TenantDatabases>(),
            s.GetRequiredService<Migrate>(), s.GetRequiredService<IOptions<TenancyOptions>>(),
            s.GetRequiredService<ILogger<RequireSchema>>()));
        services.AddSingleton(s => new RequireSecrets(
            s.GetRequiredService<DatabaseEngine>(), s.GetRequiredService<IDbContextFactory<CatalogueDb>>(),
            s.GetRequiredService<PrincipalNames>(), s.GetRequiredService<PrincipalSecrets>()));
        return services;
    }

    private static void AddRegionalDatabases(this IServiceCollection services)
    {
        services.AddSingleton(s => s.GetRequiredService<PlatformDatabases>()
            .Options<PublishingDb>(PlatformModel.Regional));
        services.AddSingleton(s => s.GetRequiredService<PlatformDatabases>()
            .Options<RegionReaderDb>(PlatformModel.RegionalReader));
        services.AddSingleton(s => new PlatformContext(PlatformModel.Regional, () => OpenToPublish(s)));
        services.AddSingleton(s => new RegionalDatabases(
            () => new RegionReaderDb(
                s.GetRequiredService<DbContextOptions<RegionReaderDb>>(), s.GetRequiredService<DatabaseEngine>()),
            () => OpenToPublish(s), s.GetRequiredService<DatabaseEngine>().BeginExclusive));
    }

    private static PublishingDb OpenToPublish(IServiceProvider services) => new(
        services.GetRequiredService<DbContextOptions<PublishingDb>>(), services.GetRequiredService<DatabaseEngine>());
}
