using Microsoft.Extensions.DependencyInjection;
using Twente.Igw.Databases.Sqlite;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Databases;

/// <summary>Registers the database engine in use; today the embedded one.</summary>
public static class DatabasesModule
{
    public static IServiceCollection AddDatabases(this IServiceCollection services) =>
        services.AddSingleton<DatabaseEngine, SqliteEngine>().AddSingleton<BringUpToDate>();
}
