using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries;

public abstract class LifeOfADeliveryTests(Engine engine)
{
    public sealed class OnSqlite() : LifeOfADeliveryTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : LifeOfADeliveryTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : LifeOfADeliveryTests(Engine.SqlServer);

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_accepted_delivery_counts_at_once()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);

        var submitted = await platform.Submit(WeekFile.Of("2025-W10", 7), Cancel);

        Assert.Equal(DeliveryState.Accepted, submitted.Delivery.Line.State);
        Assert.Equal(7, submitted.Delivery.Line.Sum);
        Assert.Equal(7, await platform.Count("2025-W10", Cancel));
    }

    [Fact]
    public async Task A_header_alone_states_a_quiet_week_and_not_a_missing_one()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Submit(WeekFile.Of("2025-W10", 0), Cancel);

        Assert.Equal(0, await platform.Count("2025-W10", Cancel));
        Assert.Null(await platform.Count("2025-W11", Cancel));
        Assert.Equal(1, (await platform.Total("2025-W10", "2025-W12", Cancel)).Weeks.Counted);
    }

    [Fact]
    public async Task The_same_file_again_has_no_effect_and_is_answered_with_the_first_number()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        var first = await platform.Submit(WeekFile.Of("2025-W10", 7), Cancel);
        var version = (await platform.Total("2025-W10", "2025-W10", Cancel)).Version;

        var again = await platform.Submit(WeekFile.Of("2025-W10", 7), Cancel);

        Assert.True(again.IsRepeat);
        Assert.Equal(first.Delivery.Line.Number, again.Delivery.Line.Number);
        Assert.Equal(version, (await platform.Total("2025-W10", "2025-W10", Cancel)).Version);
        Assert.Single(await List(platform));
    }

    [Fact]
    public async Task The_same_name_with_other_bytes_is_a_new_version()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Submit(WeekFile.Of("2025-W10", 7), Cancel);

        var second = await platform.Submit(WeekFile.Of("2025-W10", 9), Cancel);

        Assert.Equal(9, await platform.Count("2025-W10", Cancel));
        var week = Assert.Single(second.Delivery.Weeks);
        Assert.Equal((1L, 7L, 9L), (week.Replaced, week.ReplacedTotal, week.Total));
    }

    [Fact]
    public async Task A_then_B_then_A_again_makes_A_count()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Submit(WeekFile.Of("2025-W10", 7), Cancel);
        await platform.Submit(WeekFile.Of("2025-W10", 9), Cancel);

        var third = await platform.Submit(WeekFile.Of("2025-W10", 7), Cancel);

        Assert.False(third.IsRepeat);
        Assert.Equal(7, await platform.Count("2025-W10", Cancel));
    }

    [Fact]
    public async Task One_wrong_row_refuses_the_whole_file()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        var file = WeekFile.Of("2025-W10", 7) with
        {
            Rows = [WeekFile.Row("2025-W10", "GM0153", 7), "2025-W10;2021;BU01539999;1.1.1;2;nacht;1"],
        };

        var submitted = await platform.Submit(file, Cancel);

        Assert.Equal(DeliveryState.Refused, submitted.Delivery.Line.State);
        var finding = Assert.Single(submitted.Delivery.Findings);
        Assert.Equal((3L, 3, FindingCode.AreaUnknown, "BU01539999"),
            (finding.Line, finding.Column, finding.Code, finding.Value));
        Assert.Null(await platform.Count("2025-W10", Cancel));
    }

    [Fact]
    public async Task The_original_is_kept_byte_for_byte_in_archive_or_quarantine()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        var good = await platform.Submit(WeekFile.Of("2025-W10", 7), Cancel);
        var bad = await platform.Submit(WeekFile.Of("2025-W11", 7) with { Rows = ["onzin"] }, Cancel);

        Assert.Equal([good.Delivery.Line.Sha256], await Hashes(platform, "archive"));
        Assert.Equal([bad.Delivery.Line.Sha256], await Hashes(platform, "quarantine"));
        Assert.Empty(await Hashes(platform, "incoming"));
    }

    [Fact]
    public async Task A_receipt_is_written_beside_the_drop_zone()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        var submitted = await platform.Submit(WeekFile.Of("2025-W10", 7), Cancel);

        var path = Path.Combine(
            platform.Data.Root, "drop", "gm0153", "politie-week_GM0153_2025-W10_2025-W10.csv.ontvangst.json");
        using var receipt = System.Text.Json.JsonDocument.Parse(await File.ReadAllTextAsync(path, Cancel));
        Assert.Equal(1, receipt.RootElement.GetProperty("nummer").GetInt64());
        Assert.Equal(submitted.Delivery.Line.Sha256, receipt.RootElement.GetProperty("sha256").GetString());
        Assert.Equal("geaccepteerd", receipt.RootElement.GetProperty("uitkomst").GetString());
    }

    [Fact]
    public async Task Withdrawing_brings_back_what_counted_before()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Submit(WeekFile.Series("2025-W10", 5, 6, 7), Cancel);
        await platform.Submit(WeekFile.Of("2025-W11", 60), Cancel);
        Assert.Equal(60, await platform.Count("2025-W11", Cancel));

        await Withdraw(platform, 2);

        Assert.Equal(6, await platform.Count("2025-W11", Cancel));
        Assert.Equal(DeliveryState.Withdrawn, (await List(platform))[0].State);
    }

    [Fact]
    public async Task Withdrawing_the_only_delivery_of_a_week_makes_it_not_delivered()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Submit(WeekFile.Of("2025-W10", 5), Cancel);

        await Withdraw(platform, 1);

        Assert.Null(await platform.Count("2025-W10", Cancel));
        Assert.Equal(0, (await platform.Total("2025-W10", "2025-W10", Cancel)).Weeks.Counted);
    }

    [Fact]
    public async Task A_withdrawn_delivery_sent_again_counts_again()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Submit(WeekFile.Of("2025-W10", 5), Cancel);
        await Withdraw(platform, 1);

        var again = await platform.Submit(WeekFile.Of("2025-W10", 5), Cancel);

        Assert.False(again.IsRepeat);
        Assert.Equal(5, await platform.Count("2025-W10", Cancel));
    }

    [Fact]
    public async Task A_held_delivery_counts_once_a_person_accepts_it()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Submit(WeekFile.Series("2025-W01", 40, 41, 42, 43, 44, 45, 46, 47, 48, 49), Cancel);
        await platform.Submit(WeekFile.Of("2025-W11", 0), Cancel);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);

        var outcome = await scope.Get<DecideDelivery>()
            .Accept(2, "klopt: korps was een week uit de lucht", Actor.CommandLine, Cancel);

        Assert.Equal(new DecideDelivery.Outcome.Decided(DeliveryState.Accepted), outcome);
        Assert.Equal(0, await platform.Count("2025-W11", Cancel));
    }

    [Fact]
    public async Task A_refused_file_is_checked_again_without_being_sent_again()
    {
        await using var platform = await TestPlatform.Start(engine, Cancel);
        await platform.Add(TestPlatform.Enschede, "enschede", Cancel);
        var refused = await platform.Submit(WeekFile.Of("2025-W10", 5), Cancel);
        Assert.Equal(DeliveryState.Refused, refused.Delivery.Line.State);
        await platform.ImportAreas(Cancel);
        platform.Clock.Advance(TimeSpan.FromSeconds(2));
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);

        var outcome = await scope.Get<DecideDelivery>().Recheck(1, Actor.CommandLine, Cancel);

        Assert.Equal(new DecideDelivery.Outcome.Decided(DeliveryState.Accepted), outcome);
        Assert.Equal(5, await platform.Count("2025-W10", Cancel));
        Assert.Single(await Hashes(platform, "archive"));
    }

    [Fact]
    public async Task A_file_with_another_gemeentes_rows_goes_where_no_tenant_can_read_it()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Add(TestPlatform.Hengelo, "hengelo", Cancel);
        var mixed = WeekFile.Of("2025-W10", 5) with { Rows = [WeekFile.Row("2025-W10", "GM0164", 3)] };

        var submitted = await platform.Submit(mixed, Cancel);

        var finding = Assert.Single(submitted.Delivery.Findings);
        Assert.Equal((FindingCode.AreaForeign, ""), (finding.Code, finding.Value));
        Assert.Empty(await Hashes(platform, "quarantine"));
        Assert.Single(Directory.GetFiles(platform.Data.PlatformQuarantine));
        await using var db = await platform.Get<IDbContextFactory<CatalogueDb>>().CreateDbContextAsync(Cancel);
        var notices = db.Notices;
        Assert.Equal(["GM0153", "GM0164"], await notices.Select(n => n.Tenant).OrderBy(t => t).ToListAsync(Cancel));
        Assert.DoesNotContain(await notices.Select(n => n.Text).ToListAsync(Cancel), text =>
            text.Contains("GM01", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_decision_stands_in_the_audit_chain()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Submit(WeekFile.Of("2025-W10", 5), Cancel);
        await platform.Submit(WeekFile.Of("2025-W10", 5), Cancel);
        await platform.Submit(WeekFile.Of("2025-W11", 5) with { Rows = ["onzin"] }, Cancel);
        await Withdraw(platform, 1);

        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var events = await scope.Get<TenantDb>().Audit.OrderBy(l => l.Number).Select(l => l.Event).ToListAsync(Cancel);
        Assert.Equal(["delivery.accepted", "delivery.repeated", "delivery.refused", "delivery.withdrawn"], events);
        Assert.IsType<AuditVerdict.Intact>(await platform.Get<VerifyAudit>().Tenant(TestPlatform.Enschede, Cancel));
    }

    private static async Task<IReadOnlyList<DeliveryLine>> List(TestPlatform platform)
    {
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        return await scope.Get<ListDeliveries>().Execute(Cancel);
    }

    private static async Task Withdraw(TestPlatform platform, long number)
    {
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var outcome = await scope.Get<WithdrawDelivery>()
            .Execute(number, "verkeerd bestand", Actor.CommandLine, Cancel);
        Assert.Equal(new DecideDelivery.Outcome.Decided(DeliveryState.Withdrawn), outcome);
    }

    private static async Task<string[]> Hashes(TestPlatform platform, string place)
    {
        var files = Directory.GetFiles(Path.Combine(platform.Data.Root, place, "gm0153"))
            .Where(f => !f.EndsWith(DeliveryNote.Suffix, StringComparison.Ordinal));
        return [.. await Task.WhenAll(files.Select(async f =>
            Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(f, Cancel)))))];
    }
}
