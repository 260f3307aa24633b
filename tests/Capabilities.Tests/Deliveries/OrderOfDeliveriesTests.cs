using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries;

public abstract class OrderOfDeliveriesTests(Engine engine)
{
    public sealed class OnSqlite() : OrderOfDeliveriesTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : OrderOfDeliveriesTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : OrderOfDeliveriesTests(Engine.SqlServer);

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(OrderKey.Sequence)]
    [InlineData(OrderKey.ProducedAt)]
    public async Task With_an_agreed_order_key_the_final_state_does_not_depend_on_the_order_of_arrival(OrderKey key)
    {
        // Six weekly files that each restate the weeks before: 2025-W01 … W01 to W06.
        WeekFile[] files = [.. Enumerable.Range(1, 6).Select(n =>
            WeekFile.Series("2025-W01", [.. Enumerable.Range(1, n).Select(week => (10 * week) + n)]))];
        var random = new Random(20251);
        for (var round = 0; round < 8; round++)
        {
            await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
            await Agree(platform, key);
            var order = Enumerable.Range(0, files.Length).ToArray();
            random.Shuffle(order);
            foreach (var at in order)
                await platform.Submit(files[at], Cancel, ManifestOf(files[at], at + 1));

            int?[] counts = [.. await Task.WhenAll(Enumerable.Range(1, 6)
                .Select(week => platform.Count(IsoWeek.Parse("2025-W01").Plus(week - 1).ToString(), Cancel)))];
            Assert.Equal([16, 26, 36, 46, 56, 66], counts);
        }
    }

    [Fact]
    public async Task A_file_without_the_agreed_key_is_refused()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await Agree(platform, OrderKey.Sequence);

        var submitted = await platform.Submit(WeekFile.Of("2025-W10", 5), Cancel);

        Assert.Equal(DeliveryState.Refused, submitted.Delivery.Line.State);
        Assert.Equal("order-key.missing", Assert.Single(submitted.Delivery.Findings).Code);
    }

    [Fact]
    public async Task A_truncated_file_is_refused_when_its_manifest_says_more()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        var whole = WeekFile.Series("2025-W10", 5, 6, 7);
        var cut = whole with { Rows = [.. whole.Rows.Take(2)] };

        var submitted = await platform.Submit(cut, Cancel, ManifestOf(whole, 1));

        Assert.Equal(DeliveryState.Refused, submitted.Delivery.Line.State);
        Assert.Equal(
            [FindingCode.ManifestBytes, FindingCode.ManifestRows, FindingCode.ManifestSha256],
            submitted.Delivery.Findings.Select(f => f.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Without_an_agreement_in_force_nothing_is_accepted()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await Change(platform, a => a.Terms = a.Terms with { Until = new DateOnly(2025, 12, 31) });

        var submitted = await platform.Submit(WeekFile.Of("2025-W10", 5), Cancel);

        Assert.Equal("agreement.none", Assert.Single(submitted.Delivery.Findings).Code);
    }

    [Fact]
    public async Task A_file_over_the_agreed_size_is_refused_before_it_is_read()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await Change(platform, a => a.Terms = a.Terms with { SizeLimit = 60 });

        var submitted = await platform.Submit(WeekFile.Of("2025-W10", 5), Cancel);

        Assert.Equal("file.too-large", Assert.Single(submitted.Delivery.Findings).Code);
        Assert.Equal("", submitted.Delivery.Line.Sha256);
    }

    [Fact]
    public async Task The_same_file_ten_times_at_once_has_one_effect()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await using var other = await platform.StartAnother(Cancel);

        var all = await Task.WhenAll(Enumerable.Range(0, 10).Select(at => Task.Run(
            () => (at % 2 == 0 ? platform : other).Submit(WeekFile.Of("2025-W10", 5), Cancel), Cancel)));

        Assert.Equal(9, all.Count(s => s.IsRepeat));
        Assert.All(all, s => Assert.Equal(1, s.Delivery.Line.Number));
        Assert.Equal(5, await platform.Count("2025-W10", Cancel));
        Assert.IsType<AuditVerdict.Intact>(await platform.Get<VerifyAudit>().Tenant(TestPlatform.Enschede, Cancel));
    }

    private static Task Agree(TestPlatform platform, OrderKey key) =>
        Change(platform, a => a.Terms = a.Terms with { OrderKey = key });

    private static async Task Change(TestPlatform platform, Action<Agreement> change)
    {
        await using var db = await platform.Get<IDbContextFactory<CatalogueDb>>().CreateDbContextAsync(Cancel);
        change(await db.Agreements.SingleAsync(a => a.Tenant == "GM0153" && a.Supplier == "politie", Cancel));
        await db.SaveChangesAsync(Cancel);
    }

    private static string ManifestOf(WeekFile file, int sequence)
    {
        var bytes = Encoding.UTF8.GetBytes(file.Text);
        return JsonSerializer.Serialize(new
        {
            contract = "politie-week", file = file.Name, bytes = bytes.Length, rows = file.Rows.Count,
            sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)), sequence,
            producedAt = new DateTimeOffset(2025, 3, sequence, 8, 0, 0, TimeSpan.Zero),
        });
    }
}
