using Microsoft.EntityFrameworkCore;
using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Tenancy.Backup;

public abstract class RestoreTenantTests(Engine engine)
{
    public sealed class OnSqlite() : RestoreTenantTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : RestoreTenantTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : RestoreTenantTests(Engine.SqlServer);

    /// <summary>What the restore itself changes: it says so in the chain, and readers must see it.</summary>
    private static readonly string[] ChangedByRestoring = ["AuditLine", "DataVersion"];

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_gemeente_whose_database_is_gone_comes_back_and_no_other_changes()
    {
        await using var platform = await WithHistory(engine);
        await platform.Add(TestPlatform.Hengelo, "hengelo", Cancel);
        await platform.Submit(WeekFile.Of("2025-W10", 3, "GM0164"), Cancel);
        await platform.Backup(Cancel);
        var (before, files) = (await platform.Checksums(TestPlatform.Enschede, Cancel), Files(platform));
        var other = await platform.Checksums(TestPlatform.Hengelo, Cancel);
        var otherFiles = platform.FilesOf(TestPlatform.Hengelo);
        await platform.LoseDatabase(TestPlatform.Enschede, Cancel);

        var restored = await platform.Restore(Cancel);

        Assert.Null(restored.SafetyCopy);
        Assert.Equal(Lasting(before), Lasting(await platform.Checksums(TestPlatform.Enschede, Cancel)));
        Assert.Equal(files, Files(platform));
        Assert.Equal(60, await platform.Count("2025-W11", Cancel));
        Assert.Equal(other, await platform.Checksums(TestPlatform.Hengelo, Cancel));
        Assert.Equal(otherFiles, platform.FilesOf(TestPlatform.Hengelo));
    }

    [Fact]
    public async Task A_backup_of_one_engine_comes_back_on_another_with_equal_rows_and_figures()
    {
        var path = Path.Combine(Path.GetTempPath(), $"igw-{Guid.CreateVersion7():N}.zip");
        IReadOnlyDictionary<string, string> before;
        await using (var source = await WithHistory(Engine.Sqlite))
        {
            await source.Backup(Cancel, path);
            before = await source.Checksums(TestPlatform.Enschede, Cancel);
        }
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);

        await platform.Restore(Cancel, path);

        Assert.Equal(Lasting(before), Lasting(await platform.Checksums(TestPlatform.Enschede, Cancel)));
        Assert.Equal(60, await platform.Count("2025-W11", Cancel));
        Assert.IsType<AuditVerdict.Intact>(await Verify(platform));
        File.Delete(path);
    }

    [Fact]
    public async Task Both_chains_say_that_a_gemeente_was_restored_and_are_intact()
    {
        await using var platform = await WithHistory(engine);
        await platform.Backup(Cancel);
        await platform.Submit(WeekFile.Of("2025-W12", 8), Cancel);
        await platform.Submit(WeekFile.Of("2025-W13", 8), Cancel);
        var ended = ((AuditVerdict.Intact)await Verify(platform)).Lines;

        await platform.Restore(Cancel);

        Assert.IsType<AuditVerdict.Intact>(await Verify(platform));
        Assert.IsType<AuditVerdict.Intact>(await platform.Get<VerifyAudit>().Platform(Cancel));
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var own = await scope.Get<TenantDb>().Audit.OrderByDescending(l => l.Number).FirstAsync(Cancel);
        await using var catalogue = await platform.Get<IDbContextFactory<CatalogueDb>>().CreateDbContextAsync(Cancel);
        var platforms = await catalogue.Audit.OrderByDescending(l => l.Number).FirstAsync(Cancel);
        Assert.Equal(("tenant.restored", "tenant.restored"), (own.Event, platforms.Event));
        Assert.Contains($"eindigde bij regel {ended}", own.Subject, StringComparison.Ordinal);
        Assert.Contains($"eindigde bij regel {ended}", platforms.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chain_that_is_cut_without_a_restore_is_still_found()
    {
        await using var platform = await WithHistory(engine);
        await platform.Backup(Cancel);
        await platform.Restore(Cancel);
        await using (var scope = await platform.Open(TestPlatform.Enschede, Cancel))
        {
            var chain = scope.Get<TenantDb>().Audit;
            var last = await chain.MaxAsync(l => l.Number, Cancel);
            await chain.Where(l => l.Number == last).ExecuteDeleteAsync(Cancel);
        }

        Assert.IsType<AuditVerdict.Broken>(await Verify(platform));
    }

    [Fact]
    public async Task A_process_that_answered_before_sees_the_restored_figures_and_never_an_old_number_in_a_new_place()
    {
        await using var platform = await WithHistory(engine);
        await platform.Backup(Cancel);
        await using var other = await platform.StartAnother(Cancel);
        await platform.Submit(WeekFile.Of("2025-W15", 8), Cancel);
        Assert.Equal(8, await other.Count("2025-W15", Cancel));
        var seen = (await other.Total("2025-W15", "2025-W15", Cancel)).Version;

        await platform.Restore(Cancel);
        other.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Null(await other.Count("2025-W15", Cancel));
        Assert.True((await other.Total("2025-W15", "2025-W15", Cancel)).Version > seen);
        // Gets the number that the delivery of 8 had.
        await platform.Submit(WeekFile.Of("2025-W15", 5), Cancel);
        Assert.Equal(5, await other.Count("2025-W15", Cancel));
    }

    [Theory]
    [InlineData("veiligheidskopie")]
    [InlineData("database opnieuw")]
    [InlineData("Fact: ")]
    [InlineData("teruggelezen")]
    public async Task A_restore_that_was_killed_is_healed_by_doing_it_again(string when)
    {
        await using var platform = await WithHistory(engine);
        await platform.Backup(Cancel);
        var before = await platform.Checksums(TestPlatform.Enschede, Cancel);
        await platform.Submit(WeekFile.Of("2025-W12", 8), Cancel);
        await Assert.ThrowsAsync<KilledException>(() => platform.Restore(Cancel, tell: said =>
        {
            if (said.StartsWith(when, StringComparison.Ordinal))
                throw new KilledException();
        }));
        platform.Clock.Advance(TimeSpan.FromSeconds(2));
        await Assert.ThrowsAsync<UnknownTenantException>(() => platform.Open(TestPlatform.Enschede, Cancel));
        var listed = await platform.Get<ListTenants>().Execute(Cancel);
        Assert.Equal(TenantState.Restoring, Assert.Single(listed).State);

        var restored = await platform.Restore(Cancel);

        Assert.Equal(Lasting(before), Lasting(await platform.Checksums(TestPlatform.Enschede, Cancel)));
        Assert.IsType<AuditVerdict.Intact>(await Verify(platform));
        // The copy is of what was there before the first try.
        await using var copy = await BackupFile.Open(restored.SafetyCopy!, TestPlatform.Enschede, Cancel);
        Assert.Equal(4, copy.CountBy("Delivery", "Number").Count);
    }

    [Fact]
    public async Task What_was_destroyed_stays_destroyed_whatever_backup_comes_back()
    {
        await using var platform = await WithHistory(engine);
        await platform.Backup(Cancel);
        await using (var scope = await platform.Open(TestPlatform.Enschede, Cancel))
        {
            await scope.Get<DestroyDelivery>().Execute(2, "bevatte namen", Actor.CommandLine, Cancel);
            await scope.Get<DestroyDelivery>().Original(1, "bewaartermijn", Actor.CommandLine, Cancel);
        }

        await platform.Restore(Cancel);

        Assert.Equal(6, await platform.Count("2025-W11", Cancel));
        await using var again = await platform.Open(TestPlatform.Enschede, Cancel);
        var second = (await again.Get<ShowDelivery>().Execute(2, Cancel))!;
        Assert.Equal((DeliveryState.Destroyed, "bevatte namen"), (second.Line.State, second.Reason));
        Assert.All(
            platform.FilesOf(TestPlatform.Enschede).Keys.Where(f => f.StartsWith("archive", StringComparison.Ordinal)),
            file => Assert.EndsWith(DeliveryNote.Suffix, file, StringComparison.Ordinal));
        Assert.IsType<AuditVerdict.Intact>(await Verify(platform));
    }

    [Fact]
    public async Task Files_that_wait_in_the_drop_zone_are_not_taken_away()
    {
        await using var platform = await WithHistory(engine);
        await platform.Backup(Cancel);
        var path = WeekFile.Of("2025-W20", 9).WriteTo(Path.Combine(platform.Data.Root, "drop", "gm0153"));

        await platform.Restore(Cancel);

        Assert.True(File.Exists(path));
    }

    [Fact]
    public async Task A_backup_is_not_written_over_another_unless_asked()
    {
        await using var platform = await WithHistory(engine);
        await platform.Backup(Cancel);

        var outcome = await platform.Get<BackupTenant>().Execute(
            TestPlatform.Enschede, new(platform.PathOfBackup(), Overwrite: false, _ => { }), Actor.CommandLine, Cancel);

        Assert.IsType<BackupTenant.Outcome.Exists>(outcome);
    }

    /// <summary>Three weeks, one of them delivered again, and a refused file.</summary>
    internal static async Task<TestPlatform> WithHistory(Engine engine)
    {
        var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Submit(WeekFile.Series("2025-W10", 5, 6, 7), Cancel);
        platform.Clock.Advance(TimeSpan.FromHours(1));
        await platform.Submit(WeekFile.Of("2025-W11", 60), Cancel);
        platform.Clock.Advance(TimeSpan.FromHours(1));
        await platform.Submit(WeekFile.Of("2025-W14", 5) with { Rows = ["onzin é \"';"] }, Cancel);
        return platform;
    }

    private static Task<AuditVerdict> Verify(TestPlatform platform) =>
        platform.Get<VerifyAudit>().Tenant(TestPlatform.Enschede, Cancel);

    private static Dictionary<string, string> Files(TestPlatform platform) =>
        platform.FilesOf(TestPlatform.Enschede).ToDictionary();

    private static Dictionary<string, string> Lasting(IReadOnlyDictionary<string, string> sums) =>
        sums.Where(s => !ChangedByRestoring.Contains(s.Key)).ToDictionary();
}

/// <summary>A process that died where it stood.</summary>
public sealed class KilledException : Exception;
