using Microsoft.EntityFrameworkCore;
using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;
using static Twente.Igw.Testing.DistrictDelivering;

namespace Twente.Igw.Capabilities.Tests.Deliveries;

/// <summary>A split goes on where a killed process left it, and does nothing twice.</summary>
public abstract class KilledSplitTests(Engine engine)
{
    public sealed class OnSqlite() : KilledSplitTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : KilledSplitTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : KilledSplitTests(Engine.SqlServer);

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_in_the_drop_folder_is_split_with_a_receipt_for_each()
    {
        await using var platform = await WithDistrict(engine, Cancel);
        Drop(platform, Text(("GM0153", 5), ("GM0164", 7)));

        await Look(platform);
        await platform.Get<SettleDistrictFiles>().Execute(Cancel);

        Assert.Equal(
            [$"{Week10}.GM0153.ontvangst.json", $"{Week10}.GM0164.ontvangst.json"], Names(platform.Data.DistrictDrop));
        var receipt = await File.ReadAllTextAsync(
            Path.Combine(platform.Data.DistrictDrop, $"{Week10}.GM0153.ontvangst.json"), Cancel);
        Assert.DoesNotContain("GM0164", receipt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_file_has_one_receipt_with_every_finding()
    {
        await using var platform = await WithDistrict(engine, Cancel);
        Drop(platform, Text(("GM0153", 5), ("GM9999", 7)));

        await Look(platform);
        await platform.Get<SettleDistrictFiles>().Execute(Cancel);

        var receipt = await File.ReadAllTextAsync(
            Path.Combine(platform.Data.DistrictDrop, $"{Week10}.ontvangst.json"), Cancel);
        Assert.Contains(FindingCode.AreaWithoutAgreement, receipt, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(platform.Data.PlatformQuarantine));
    }

    [Fact]
    public async Task Killed_between_claim_and_move_the_next_process_takes_the_file()
    {
        await using var platform = await WithDistrict(engine, Cancel);
        var path = Drop(platform, Text(("GM0153", 5)));
        await using (var db = await Catalogue(platform))
        {
            db.DistrictFiles.Add(new DistrictFile
            {
                Number = 1, Supplier = "politie", FileName = Week10, DropName = Week10, StoredName = "a",
                FoundAt = platform.Clock.GetUtcNow().UtcDateTime, Actor = "politie", Origin = "dropzone",
            });
            await db.SaveChangesAsync(Cancel);
        }

        await Look(platform);
        await platform.Get<SettleDistrictFiles>().Execute(Cancel);

        Assert.False(File.Exists(path));
        Assert.Equal(5, (await platform.Total("2025-W10", "2025-W10", Cancel)).Rows[0].Count);
        await using var after = await Catalogue(platform);
        Assert.Single(await after.DistrictFiles.ToListAsync(Cancel));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Killed_after_a_gemeente_received_her_part_it_is_not_received_twice(bool alsoHerOther)
    {
        await using var platform = await WithDistrict(engine, Cancel);
        await platform.SubmitDistrict(Text(("GM0153", 5), ("GM0164", 7)), Cancel);
        await Rewind(platform, alsoHerOther ? ["GM0153", "GM0164"] : ["GM0153"]);

        await platform.Get<SettleDistrictFiles>().Execute(Cancel);

        Assert.All([TestPlatform.Enschede, TestPlatform.Hengelo], tenant =>
            Assert.Single(Deliveries(platform, tenant).GetAwaiter().GetResult()));
        await using var db = await Catalogue(platform);
        Assert.All(await db.DistrictParts.ToListAsync(Cancel), p => Assert.Equal(1, p.Delivery));
        Assert.True((await db.DistrictFiles.SingleAsync(Cancel)).IsFiled);
    }

    [Fact]
    public async Task Two_processes_settle_the_same_file_once()
    {
        await using var platform = await WithDistrict(engine, Cancel);
        await using var other = await platform.StartAnother(Cancel);
        Drop(platform, Text(("GM0153", 5), ("GM0164", 7)));
        await Look(platform);

        await Task.WhenAll(
            Task.Run(() => platform.Get<SettleDistrictFiles>().Execute(Cancel), Cancel),
            Task.Run(() => other.Get<SettleDistrictFiles>().Execute(Cancel), Cancel));

        Assert.Single(await Deliveries(platform, TestPlatform.Enschede));
        Assert.Single(await Deliveries(platform, TestPlatform.Hengelo));
    }

    [Fact]
    public async Task A_gemeente_that_left_keeps_no_other_waiting()
    {
        await using var platform = await WithDistrict(engine, Cancel);
        await platform.SubmitDistrict(Text(("GM0153", 5), ("GM0164", 7)), Cancel);
        await Rewind(platform, ["GM0164"]);
        await platform.Get<RemoveTenant>().Execute(TestPlatform.Hengelo, Actor.CommandLine, Cancel);
        platform.Clock.Advance(TimeSpan.FromSeconds(2));

        await platform.Get<SettleDistrictFiles>().Execute(Cancel);

        await using var db = await Catalogue(platform);
        Assert.True((await db.DistrictParts.SingleAsync(p => p.Tenant == "GM0164", Cancel)).IsGone);
        Assert.Equal(DistrictState.Split, (await db.DistrictFiles.SingleAsync(Cancel)).State);
    }

    /// <summary>As a process leaves it that dies before it wrote that these gemeenten have their part.</summary>
    private static async Task Rewind(TestPlatform platform, string[] tenants)
    {
        await using var db = await Catalogue(platform);
        await db.DistrictParts.Where(p => tenants.Contains(p.Tenant))
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.Delivery, (long?)null), Cancel);
        await db.DistrictFiles.ExecuteUpdateAsync(
            f => f.SetProperty(x => x.State, DistrictState.Splitting).SetProperty(x => x.IsFiled, false), Cancel);
        var original = Directory.GetFiles(platform.Data.PlatformQuarantine).Single();
        File.Move(original, Path.Combine(platform.Data.DistrictIncoming, Path.GetFileName(original)));
    }

    private static string Drop(TestPlatform platform, string text)
    {
        var path = Path.Combine(platform.Data.DistrictDrop, Week10);
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, platform.Clock.GetUtcNow().UtcDateTime.AddSeconds(-5));
        return path;
    }

    /// <summary>Twice: a file is at rest when two looks saw the same.</summary>
    private static async Task Look(TestPlatform platform)
    {
        await platform.Get<FindDistrictFiles>().Execute(Cancel);
        await platform.Get<FindDistrictFiles>().Execute(Cancel);
    }

    private static Task<CatalogueDb> Catalogue(TestPlatform platform) =>
        platform.Get<IDbContextFactory<CatalogueDb>>().CreateDbContextAsync(Cancel);

    private static async Task<IReadOnlyList<DeliveryLine>> Deliveries(TestPlatform platform, TenantId tenant)
    {
        await using var scope = await platform.Open(tenant, Cancel);
        return await scope.Get<ListDeliveries>().Execute(Cancel);
    }

    private static string[] Names(string folder) =>
        [.. Directory.GetFiles(folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];
}
