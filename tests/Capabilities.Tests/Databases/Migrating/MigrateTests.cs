using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Twente.Igw.Databases;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Databases.Migrating;

public abstract class MigrateTests(Engine engine)
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_run_has_nothing_to_do()
    {
        await using var platform = await TwoTenants();

        var report = await platform.Get<Migrate>().Execute(Cancel);

        Assert.True(report.Succeeded);
        Assert.All(report.Platform.Values, Assert.Empty);
        Assert.All(report.Tenants, tenant => Assert.Empty(tenant.Applied));
    }

    [Fact]
    public async Task A_tenant_that_fails_stops_no_other_and_is_not_served_until_it_is_healed()
    {
        await using var platform = await TwoTenants();
        var history = await ForgetHistory(platform, TestPlatform.Enschede);
        await Older(platform, TestPlatform.Enschede, TestPlatform.Hengelo);

        var report = await platform.Get<Migrate>().Execute(Cancel);

        Assert.False(report.Succeeded);
        Assert.NotNull(report.Tenants.Single(t => t.Tenant == TestPlatform.Enschede).Failure);
        Assert.Null(report.Tenants.Single(t => t.Tenant == TestPlatform.Hengelo).Failure);
        platform.Clock.Advance(TimeSpan.FromSeconds(2));
        await using (await platform.Open(TestPlatform.Hengelo, Cancel))
            await Assert.ThrowsAsync<TenantOutdatedException>(() => platform.Open(TestPlatform.Enschede, Cancel));

        await RememberHistory(platform, TestPlatform.Enschede, history);
        Assert.True((await platform.Get<Migrate>().Execute(Cancel)).Succeeded);
        platform.Clock.Advance(TimeSpan.FromSeconds(2));
        await using var healed = await platform.Open(TestPlatform.Enschede, Cancel);
    }

    [Fact]
    public async Task An_older_catalogue_stops_the_start_and_the_message_names_the_command()
    {
        await using var platform = await TwoTenants();
        await using (var db = await platform.Get<IDbContextFactory<CatalogueDb>>().CreateDbContextAsync(Cancel))
            await db.GetService<IMigrator>().MigrateAsync("Initial", Cancel);

        var refused = await Assert.ThrowsAsync<SchemaOutdatedException>(
            () => platform.Get<RequireSchema>().Execute(Cancel));

        Assert.Contains("igw migrate", refused.Message, StringComparison.Ordinal);
        await platform.Get<Migrate>().Execute(Cancel);
        await platform.Get<RequireSchema>().Execute(Cancel);
    }

    [Fact]
    public async Task One_older_tenant_is_left_out_and_only_all_of_them_stop_the_start()
    {
        await using var platform = await TwoTenants();

        await Older(platform, TestPlatform.Enschede);
        await platform.Get<RequireSchema>().Execute(Cancel);
        platform.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(
            [TestPlatform.Hengelo], (await platform.Get<ITenantCatalogue>().List(Cancel)).Select(t => t.Id));

        await Older(platform, TestPlatform.Hengelo);
        await Assert.ThrowsAsync<SchemaOutdatedException>(() => platform.Get<RequireSchema>().Execute(Cancel));
    }

    [Fact]
    public async Task Six_migrators_at_once_make_one_schema()
    {
        await using var platform = await TestPlatform.Start(engine, Cancel);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            await platform.Get<Migrate>().Execute(Cancel);
            await platform.Add(TestPlatform.Enschede, "enschede", Cancel);
        }, Cancel)));

        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        Assert.Empty(await scope.Get<TenantDb>().Database.GetPendingMigrationsAsync(Cancel));
    }

    private async Task<TestPlatform> TwoTenants()
    {
        var platform = await TestPlatform.Start(engine, Cancel);
        await platform.Add(TestPlatform.Enschede, "enschede", Cancel);
        await platform.Add(TestPlatform.Hengelo, "hengelo", Cancel);
        return platform;
    }

    private static async Task Older(TestPlatform platform, params TenantId[] tenants)
    {
        await using var db = await platform.Get<IDbContextFactory<CatalogueDb>>().CreateDbContextAsync(Cancel);
        var codes = tenants.Select(t => t.Code).ToList();
        await db.Tenants.Where(t => codes.Contains(t.Id))
            .ExecuteUpdateAsync(t => t.SetProperty(x => x.Schema, "20200101000000_Ooit"), Cancel);
    }

    /// <summary>A database that forgot which migrations it had: applying them again fails on what is there.</summary>
    private static async Task<List<HistoryRow>> ForgetHistory(TestPlatform platform, TenantId tenant)
    {
        await using var scope = await platform.Open(tenant, Cancel);
        var db = scope.Get<TenantDb>();
        var history = (await db.GetService<IHistoryRepository>().GetAppliedMigrationsAsync(Cancel)).ToList();
        await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsHistory\"", Cancel);
        return history;
    }

    private static async Task RememberHistory(TestPlatform platform, TenantId tenant, List<HistoryRow> history)
    {
        await using var db = platform.Get<TenantDatabases>().Open(new TenantLogin(tenant, 0));
        foreach (var row in history)
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO \"__EFMigrationsHistory\" VALUES ({row.MigrationId}, {row.ProductVersion})", Cancel);
    }

    public sealed class OnSqlite() : MigrateTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : MigrateTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : MigrateTests(Engine.SqlServer);
}
