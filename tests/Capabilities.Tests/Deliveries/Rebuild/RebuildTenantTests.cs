using Microsoft.EntityFrameworkCore;
using Twente.Igw.Areas;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries.Rebuild;

public abstract class RebuildTenantTests(Engine engine)
{
    public sealed class OnSqlite() : RebuildTenantTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : RebuildTenantTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : RebuildTenantTests(Engine.SqlServer);

    /// <summary>Arrivals are history, the chain begins anew, and readers must see it.</summary>
    private static readonly string[] BegunAnew = ["Arrival", "AuditLine", "DataVersion"];

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_archive_alone_gives_back_every_row_of_every_delivery()
    {
        await using var platform = await WithHistory();
        var before = await Lasting(platform);
        var moments = await KnownOn(platform, 1, 2, 3, 4, 5, 6, 7);
        await platform.LoseDatabase(TestPlatform.Enschede, Cancel);

        var outcome = await platform.Rebuild(Cancel);

        var rebuilt = Assert.IsType<RebuildTenant.Outcome.Rebuilt>(outcome);
        Assert.Equal((5, 0, null), (rebuilt.Deliveries, rebuilt.LostWeeks.Count, rebuilt.SafetyCopy));
        Assert.Equal(before, await Lasting(platform));
        Assert.Equal(moments, await KnownOn(platform, 1, 2, 3, 4, 5, 6, 7));
    }

    [Fact]
    public async Task A_new_chain_says_where_the_old_one_ended()
    {
        await using var platform = await WithHistory();
        var ended = ((AuditVerdict.Intact)await Verify(platform)).Lines;
        await platform.LoseDatabase(TestPlatform.Enschede, Cancel);

        await platform.Rebuild(Cancel);

        Assert.IsType<AuditVerdict.Intact>(await Verify(platform));
        Assert.IsType<AuditVerdict.Intact>(await platform.Get<VerifyAudit>().Platform(Cancel));
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var first = await scope.Get<TenantDb>().Audit.SingleAsync(l => l.Number == 1, Cancel);
        Assert.Equal("tenant.rebuilt", first.Event);
        Assert.Contains($"eindigde bij regel {ended}", first.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deliveries_go_on_after_a_rebuild_with_the_next_number_and_a_higher_version()
    {
        await using var platform = await WithHistory();
        var seen = (await platform.Total("2025-W10", "2025-W10", Cancel)).Version;
        await platform.LoseDatabase(TestPlatform.Enschede, Cancel);
        await platform.Rebuild(Cancel);

        var next = await platform.Submit(WeekFile.Of("2025-W13", 44), Cancel);

        Assert.Equal(6, next.Delivery.Line.Number);
        Assert.True((await platform.Total("2025-W10", "2025-W10", Cancel)).Version > seen);
        Assert.Equal(44, await platform.Count("2025-W13", Cancel));
    }

    [Theory]
    [InlineData(true, "het origineel ontbreekt")]
    [InlineData(false, "het origineel is beschadigd")]
    public async Task A_missing_or_damaged_original_is_named_and_nothing_changes(bool missing, string why)
    {
        await using var platform = await WithHistory();
        await SpoilOriginal(platform, 2, missing);
        var before = await platform.Checksums(TestPlatform.Enschede, Cancel);

        var outcome = await platform.Rebuild(Cancel);

        var objection = Assert.Single(Assert.IsType<RebuildTenant.Outcome.Refused>(outcome).Objections);
        Assert.Equal(2, objection.Delivery);
        Assert.StartsWith(why, objection.Why, StringComparison.Ordinal);
        Assert.Equal(before, await platform.Checksums(TestPlatform.Enschede, Cancel));
    }

    [Fact]
    public async Task Without_a_missing_original_its_weeks_are_not_delivered_and_everything_else_is_there()
    {
        await using var platform = await WithHistory();
        await SpoilOriginal(platform, 2, missing: true);
        await platform.LoseDatabase(TestPlatform.Enschede, Cancel);

        var outcome = await platform.Rebuild(Cancel, allowMissing: true);

        var rebuilt = Assert.IsType<RebuildTenant.Outcome.Rebuilt>(outcome);
        Assert.Equal(["2025-W11"], rebuilt.LostWeeks.Select(w => w.ToString()));
        Assert.Null(await platform.Count("2025-W11", Cancel));
        Assert.Equal(5, await platform.Count("2025-W10", Cancel));
        // Sent again it counts again.
        Assert.False((await platform.Submit(WeekFile.Of("2025-W11", 60), Cancel)).IsRepeat);
        Assert.Equal(60, await platform.Count("2025-W11", Cancel));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_original_past_its_retention_keeps_its_facts_where_the_database_can_be_read(bool readable)
    {
        await using var platform = await WithHistory();
        await using (var scope = await platform.Open(TestPlatform.Enschede, Cancel))
            await scope.Get<DestroyDelivery>().Original(2, "bewaartermijn", Actor.CommandLine, Cancel);
        var before = await Lasting(platform);
        if (!readable)
            await platform.LoseDatabase(TestPlatform.Enschede, Cancel);

        var rebuilt = Assert.IsType<RebuildTenant.Outcome.Rebuilt>(await platform.Rebuild(Cancel));

        Assert.Equal(readable, rebuilt.SafetyCopy is not null);
        Assert.Equal(readable ? [] : ["2025-W11"], rebuilt.LostWeeks.Select(w => w.ToString()));
        Assert.Equal(readable ? 60 : null, await platform.Count("2025-W11", Cancel));
        if (readable)
            Assert.Equal(before, await Lasting(platform));
    }

    [Fact]
    public async Task A_destroyed_delivery_does_not_come_back()
    {
        await using var platform = await WithHistory();
        await using (var scope = await platform.Open(TestPlatform.Enschede, Cancel))
            await scope.Get<DestroyDelivery>().Execute(2, "bevatte namen", Actor.CommandLine, Cancel);
        var before = await Lasting(platform);
        await platform.LoseDatabase(TestPlatform.Enschede, Cancel);

        Assert.IsType<RebuildTenant.Outcome.Rebuilt>(await platform.Rebuild(Cancel));

        Assert.Equal(before, await Lasting(platform));
        Assert.Equal(6, await platform.Count("2025-W11", Cancel));
    }

    [Theory]
    [InlineData("wat er was")]
    [InlineData("database opnieuw")]
    public async Task A_rebuild_that_was_killed_is_healed_by_doing_it_again(string when)
    {
        await using var platform = await WithHistory();
        var before = await Lasting(platform);
        await platform.LoseDatabase(TestPlatform.Enschede, Cancel);
        await Assert.ThrowsAsync<TimeoutException>(() => platform.Rebuild(Cancel, tell: said =>
        {
            if (said.StartsWith(when, StringComparison.Ordinal))
                throw new TimeoutException();
        }));

        Assert.IsType<RebuildTenant.Outcome.Rebuilt>(await platform.Rebuild(Cancel));

        Assert.Equal(before, await Lasting(platform));
    }

    /// <summary>
    /// Three weeks; the middle one replaced; a refused file; one held and accepted by a person; one withdrawn again.
    /// </summary>
    private async Task<TestPlatform> WithHistory()
    {
        var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await Submit(WeekFile.Series("2025-W10", 5, 6, 7));
        await Submit(WeekFile.Of("2025-W11", 60));
        await Submit(WeekFile.Of("2025-W14", 5) with { Rows = ["onzin"] });
        await Submit(WeekFile.Series("2025-W20", 40, 41, 42, 43, 44, 45, 46, 47, 48, 49));
        await Submit(WeekFile.Of("2025-W30", 0));
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        Assert.Equal(
            new DecideDelivery.Outcome.Decided(DeliveryState.Accepted),
            await scope.Get<DecideDelivery>().Accept(5, "klopt", Actor.CommandLine, Cancel));
        platform.Clock.Advance(TimeSpan.FromHours(1));
        await scope.Get<WithdrawDelivery>().Execute(4, "verkeerd bestand", Actor.CommandLine, Cancel);
        return platform;

        async Task Submit(WeekFile file)
        {
            await platform.Submit(file, Cancel);
            platform.Clock.Advance(TimeSpan.FromHours(1));
        }
    }

    private static async Task SpoilOriginal(TestPlatform platform, long number, bool missing)
    {
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var deliveries = scope.Get<TenantDb>().Deliveries;
        var stored = await deliveries.Where(d => d.Number == number).Select(d => d.StoredName).SingleAsync(Cancel);
        var path = scope.Get<TenantFiles>().PathOf(TenantPlace.Archive, stored);
        if (missing)
            File.Delete(path);
        else
            await File.AppendAllTextAsync(path, "x", Cancel);
    }

    private static async Task<int?[]> KnownOn(TestPlatform platform, params int[] hours)
    {
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var (counts, cubes) = (new List<int?>(), scope.Get<CubeStore>());
        await cubes.Refresh(Cancel);
        var weeks = new WeekRange(IsoWeek.Parse("2025-W10"), IsoWeek.Parse("2025-W30"));
        foreach (var hour in hours)
        {
            var moment = new DateTime(2026, 1, 5, 9, 30, 0, DateTimeKind.Utc).AddHours(hour - 1);
            var cube = await cubes.KnownOn(Twente.Igw.Figures.KnownOn.At(moment), Cancel);
            counts.AddRange(cube.CountWeeks(
                DefaultCategories.Total, AreaCode.Parse("GM0153"), 2021, weeks).Select(c => (int?)c));
        }
        return [.. counts];
    }

    private static async Task<Dictionary<string, string>> Lasting(TestPlatform platform) =>
        (await platform.Checksums(TestPlatform.Enschede, Cancel)).Where(s => !BegunAnew.Contains(s.Key)).ToDictionary();

    private static Task<AuditVerdict> Verify(TestPlatform platform) =>
        platform.Get<VerifyAudit>().Tenant(TestPlatform.Enschede, Cancel);
}
