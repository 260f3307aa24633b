using Microsoft.EntityFrameworkCore;
using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries;

public abstract class DropZoneTests(Engine engine)
{
    public sealed class OnSqlite() : DropZoneTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : DropZoneTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : DropZoneTests(Engine.SqlServer);

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_at_rest_is_claimed_at_the_second_look()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        Drop(platform, WeekFile.Of("2025-W10", 5));

        Assert.Equal(0, await Look(platform));
        Assert.Equal(1, await Look(platform));
        Assert.Equal(0, await Look(platform));
        await Settle(platform);

        Assert.Equal(5, await platform.Count("2025-W10", Cancel));
    }

    [Fact]
    public async Task A_file_that_still_grows_is_left_alone()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        var path = Drop(platform, WeekFile.Of("2025-W10", 5));
        for (var look = 0; look < 4; look++)
        {
            Assert.Equal(0, await Look(platform));
            await File.AppendAllTextAsync(path, "\n", Cancel);
            Age(platform, path);
        }
    }

    [Fact]
    public async Task Two_processes_on_one_folder_claim_a_file_once()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await using var other = await platform.StartAnother(Cancel);
        Drop(platform, WeekFile.Of("2025-W10", 5));
        await Task.WhenAll(Look(platform), Look(other));

        var claimed = await Task.WhenAll(Task.Run(() => Look(platform), Cancel), Task.Run(() => Look(other), Cancel));

        Assert.Equal(1, claimed.Sum());
    }

    [Fact]
    public async Task A_suppliers_own_folder_delivers_in_that_suppliers_name()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        Drop(platform, WeekFile.Of("2025-W10", 5), "woonkern");
        await Look(platform);
        await Look(platform);
        await Settle(platform);

        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var line = Assert.Single(await scope.Get<ListDeliveries>().Execute(Cancel));
        Assert.Equal(("woonkern", DeliveryState.Refused), (line.Supplier, line.State));
        Assert.True(File.Exists(Path.Combine(
            platform.Data.Root, "drop", "gm0153", "woonkern", $"{WeekFile.Of("2025-W10", 5).Name}.ontvangst.json")));
    }

    [Fact]
    public async Task Receipts_manifests_and_temporary_files_are_no_deliveries()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        foreach (var name in new[] { "a.csv.ontvangst.json", "a.csv.manifest.json", "a.csv.tmp", "a.csv.part", ".a.csv",
            "a.csv~" })
            Age(platform, Write(platform, name, "x"));
        await Look(platform);

        Assert.Equal(0, await Look(platform));
    }

    [Fact]
    public async Task A_link_into_another_folder_is_no_delivery()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        var target = Path.Combine(platform.Data.Root, "elsewhere.csv");
        await File.WriteAllTextAsync(target, "x", Cancel);
        File.CreateSymbolicLink(
            Path.Combine(platform.Data.Root, "drop", "gm0153", WeekFile.Of("2025-W10", 5).Name), target);
        await Look(platform);

        Assert.Equal(0, await Look(platform));
        Assert.True(File.Exists(target));
    }

    [Fact]
    public async Task Where_the_agreement_asks_for_a_manifest_a_file_waits_for_it_and_is_refused_after_a_day()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await using (var db = await platform.Get<IDbContextFactory<CatalogueDb>>().CreateDbContextAsync(Cancel))
        {
            var agreed = await db.Agreements.SingleAsync(a => a.Tenant == "GM0153" && a.Supplier == "politie", Cancel);
            agreed.Terms = agreed.Terms with { ManifestRequired = true };
            await db.SaveChangesAsync(Cancel);
        }
        Drop(platform, WeekFile.Of("2025-W10", 5));
        await Look(platform);
        Assert.Equal(0, await Look(platform));

        platform.Clock.Advance(TimeSpan.FromHours(25));
        await Look(platform);
        await Settle(platform);

        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var delivery = await scope.Get<ShowDelivery>().Execute(1, Cancel);
        Assert.Equal("manifest.missing", Assert.Single(delivery!.Findings).Code);
    }

    [Fact]
    public async Task A_claim_whose_process_died_before_taking_the_file_is_finished_by_the_next()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        var file = WeekFile.Of("2025-W10", 5);
        Drop(platform, file);
        await using (var scope = await platform.Open(TestPlatform.Enschede, Cancel))
        {
            var arrivals = scope.Get<TenantDb>().Arrivals;
            arrivals.Add(new Arrival
            {
                Number = 1, Supplier = "politie", FileName = file.Name, DropName = file.Name, StoredName = "abc",
                FoundAt = platform.Clock.GetUtcNow().UtcDateTime, Actor = "politie", Origin = "dropzone",
            });
            await scope.Get<TenantDb>().SaveChangesAsync(Cancel);
        }
        await Look(platform);
        Assert.Equal(0, await Look(platform));

        await Settle(platform);

        Assert.Equal(5, await platform.Count("2025-W10", Cancel));
        Assert.Equal(["politie-week_GM0153_2025-W10_2025-W10.csv.ontvangst.json"], DropNames(platform));
    }

    [Fact]
    public async Task A_decision_whose_process_died_before_filing_is_filed_by_the_next()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Submit(WeekFile.Of("2025-W10", 5), Cancel);
        var archive = Path.Combine(platform.Data.Root, "archive", "gm0153");
        var stored = Path.GetFileName(Directory.GetFiles(archive).Single(IsOriginal));
        File.Move(Path.Combine(archive, stored), Path.Combine(platform.Data.Root, "incoming", "gm0153", stored));
        await using (var scope = await platform.Open(TestPlatform.Enschede, Cancel))
        {
            var arrivals = scope.Get<TenantDb>().Arrivals;
            await arrivals.ExecuteUpdateAsync(a => a.SetProperty(x => x.State, ArrivalState.Decided), Cancel);
        }

        await Settle(platform);

        Assert.Equal(stored, Path.GetFileName(Assert.Single(Directory.GetFiles(archive), IsOriginal)));
        Assert.Equal(5, await platform.Count("2025-W10", Cancel));
    }

    private static bool IsOriginal(string path) => !path.EndsWith(DeliveryNote.Suffix, StringComparison.Ordinal);

    private static string Drop(TestPlatform platform, WeekFile file, string? supplier = null)
    {
        var path = file.WriteTo(Path.Combine(platform.Data.Root, "drop", "gm0153", supplier ?? ""));
        Age(platform, path);
        return path;
    }

    private static string Write(TestPlatform platform, string name, string text)
    {
        var path = Path.Combine(platform.Data.Root, "drop", "gm0153", name);
        File.WriteAllText(path, text);
        return path;
    }

    private static void Age(TestPlatform platform, string path) =>
        File.SetLastWriteTimeUtc(path, platform.Clock.GetUtcNow().UtcDateTime.AddSeconds(-5));

    private static async Task<int> Look(TestPlatform platform)
    {
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        return await scope.Get<FindArrivals>().Execute(Cancel);
    }

    private static async Task Settle(TestPlatform platform)
    {
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        await scope.Get<SettleArrivals>().Execute(long.MaxValue, Cancel);
    }

    private static string[] DropNames(TestPlatform platform) =>
        [.. Directory.GetFiles(Path.Combine(platform.Data.Root, "drop", "gm0153")).Select(f => Path.GetFileName(f)!)];
}
