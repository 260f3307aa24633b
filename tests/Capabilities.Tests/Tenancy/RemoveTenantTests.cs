using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Tenancy;

public abstract class RemoveTenantTests(Engine engine)
{
    public sealed class OnSqlite() : RemoveTenantTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : RemoveTenantTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : RemoveTenantTests(Engine.SqlServer);

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_export_of_a_removed_gemeente_brings_her_back()
    {
        await using var platform = await WithDelivery();
        var removed = Assert.IsType<RemoveTenant.Outcome.Removed>(await Remove(platform));
        platform.Clock.Advance(TimeSpan.FromSeconds(2));
        await Assert.ThrowsAsync<UnknownTenantException>(() => platform.Open(TestPlatform.Enschede, Cancel));
        Assert.Empty(platform.FilesOf(TestPlatform.Enschede));

        await platform.Add(TestPlatform.Enschede, "enschede", Cancel);
        Assert.Null(await platform.Count("2025-W10", Cancel));
        await platform.Restore(Cancel, removed.Export);

        Assert.Equal(7, await platform.Count("2025-W10", Cancel));
        Assert.IsType<AuditVerdict.Intact>(await platform.Get<VerifyAudit>().Tenant(TestPlatform.Enschede, Cancel));
    }

    [Theory]
    [InlineData("closed")]
    [InlineData("exported")]
    [InlineData("dropped")]
    [InlineData("forgotten")]
    public async Task A_removal_that_was_killed_is_finished_by_doing_it_again(string after)
    {
        await using var platform = await WithDelivery();
        await DieAfter(platform, after);

        var removed = Assert.IsType<RemoveTenant.Outcome.Removed>(await Remove(platform));

        Assert.Empty(platform.FilesOf(TestPlatform.Enschede));
        Assert.Empty(await platform.Get<ListTenants>().Execute(Cancel));
        await using var export = await BackupFile.Open(removed.Export, TestPlatform.Enschede, Cancel);
        Assert.Single(export.CountBy("Delivery", "Number"));
        Assert.IsType<RemoveTenant.Outcome.Unknown>(await Remove(platform));
        Assert.IsType<AuditVerdict.Intact>(await platform.Get<VerifyAudit>().Platform(Cancel));
    }

    [Fact]
    public async Task A_gemeente_that_is_being_restored_is_not_removed_or_added()
    {
        await using var platform = await WithDelivery();
        await SetState(platform, TenantState.Restoring);

        Assert.IsType<RemoveTenant.Outcome.BeingRestored>(await Remove(platform));
        Assert.IsType<AddTenant.Outcome.BeingRestored>(await platform.Get<AddTenant>().Execute(
            TestPlatform.Enschede, TenantSlug.Parse("enschede"), "Enschede", Actor.CommandLine, Cancel));
    }

    /// <summary>What a run does up to this point, without what comes after it.</summary>
    private static async Task DieAfter(TestPlatform platform, string after)
    {
        var export = Path.Combine(platform.Data.Exports, "GM0153.zip");
        if (after != "closed")
            await platform.Backup(Cancel, export);
        await SetState(platform, TenantState.Removing);
        if (after is "dropped" or "forgotten")
            await platform.LoseDatabase(TestPlatform.Enschede, Cancel);
        if (after == "forgotten")
        {
            foreach (var file in platform.FilesOf(TestPlatform.Enschede).Keys)
                File.Delete(Path.Combine(platform.Data.Root, file));
            await platform.Get<ForgetTenant>().Execute(TestPlatform.Enschede, Actor.CommandLine, Cancel);
        }
    }

    private static async Task SetState(TestPlatform platform, TenantState state)
    {
        await using var db = await platform.Get<IDbContextFactory<CatalogueDb>>().CreateDbContextAsync(Cancel);
        (await db.Tenants.SingleAsync(Cancel)).State = state.ToString();
        await db.SaveChangesAsync(Cancel);
    }

    private static Task<RemoveTenant.Outcome> Remove(TestPlatform platform) =>
        platform.Get<RemoveTenant>().Execute(TestPlatform.Enschede, Actor.CommandLine, Cancel);

    private async Task<TestPlatform> WithDelivery()
    {
        var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Submit(WeekFile.Of("2025-W10", 7), Cancel);
        return platform;
    }
}
