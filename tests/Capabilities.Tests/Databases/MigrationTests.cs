using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Twente.Igw.Databases;
using Twente.Igw.Tenancy;
using Twente.Igw.Databases.Sqlite;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Databases;

public sealed class MigrationTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Six_migrators_at_once_make_one_schema()
    {
        await using var platform = await TestPlatform.Start(Engine.Sqlite, Cancel);
        await platform.Add(TestPlatform.Enschede, "enschede", Cancel);
        SqliteConnection.ClearAllPools();
        File.Delete(platform.Data.Database(new TenantLogin(TestPlatform.Enschede, 0)));
        platform.Clock.Advance(TimeSpan.FromSeconds(2));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(
            () => platform.Get<Migrate>().Execute(Cancel), Cancel)));

        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        Assert.Empty(await scope.Get<TenantDb>().Database.GetPendingMigrationsAsync(Cancel));
    }

    [Fact]
    public async Task A_lock_left_by_a_killed_migrator_stops_nobody()
    {
        await using var platform = await TestPlatform.Start(Engine.Sqlite, Cancel);
        await platform.Add(TestPlatform.Enschede, "enschede", Cancel);
        SqliteConnection.ClearAllPools();
        var file = platform.Data.Database(new TenantLogin(TestPlatform.Enschede, 0));
        File.Delete(file);
        await using (var orphan = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await orphan.OpenAsync(Cancel);
            await using var command = orphan.CreateCommand();
            command.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2020-01-01 00:00:00');
                """;
            await command.ExecuteNonQueryAsync(Cancel);
        }

        platform.Clock.Advance(TimeSpan.FromSeconds(2));
        await platform.Get<Migrate>().Execute(Cancel);

        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        Assert.Equal(0, await scope.Get<TenantDb>().ReadVersion(Cancel));
    }

    [Fact]
    public async Task The_model_has_no_change_that_lacks_a_migration()
    {
        await using var platform = await TestPlatform.Start(Engine.Sqlite, Cancel);
        await platform.Add(TestPlatform.Enschede, "enschede", Cancel);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        await using var catalogue = await platform.Get<IDbContextFactory<CatalogueDb>>().CreateDbContextAsync(Cancel);

        Assert.False(scope.Get<TenantDb>().Database.HasPendingModelChanges());
        Assert.False(catalogue.Database.HasPendingModelChanges());
    }
}
