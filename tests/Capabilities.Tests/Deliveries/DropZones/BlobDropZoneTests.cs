using System.Text;
using Azure.Storage.Blobs.Specialized;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries;

/// <summary>Drop zones in Azure Blob Storage have the same life as those on disk.</summary>
public abstract class BlobDropZoneTests(Engine engine)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task<TestPlatform> Start() => BlobPlatform.WithEnschede(engine, Cancel);

    [Fact]
    public async Task A_file_put_into_the_container_becomes_a_delivery_with_its_receipt_beside_it()
    {
        await using var platform = await Start();
        var file = WeekFile.Of("2025-W45", 3);
        await platform.Drop(file, Cancel);
        Assert.Equal(1, await platform.LookAndSettle(Cancel));

        var delivery = Assert.Single(await platform.Deliveries(Cancel));
        Assert.Equal((DeliveryState.Accepted, file.Name), (delivery.State, delivery.File));
        Assert.Equal(3, await platform.Count("2025-W45", Cancel));
        Assert.Equal([file.Name + ".ontvangst.json"], await platform.Lying(TenantPlace.Drop, Cancel));
        Assert.Empty(await platform.Lying(TenantPlace.Incoming, Cancel));
        var original = (await platform.Lying(TenantPlace.Archive, Cancel))
            .Single(name => !name.EndsWith(".json", StringComparison.Ordinal));
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var kept = await scope.Get<TenantFiles>().ReadAll(TenantPlace.Archive, original, Cancel);
        Assert.Equal(file.Text, Encoding.UTF8.GetString(kept!));
    }

    [Fact]
    public async Task A_file_in_a_suppliers_own_folder_is_that_suppliers_and_a_refused_one_stands_in_quarantine()
    {
        await using var platform = await Start();
        await platform.Drop(WeekFile.Of("2025-W45", 3), Cancel, folder: "corporatie/");
        await platform.LookAndSettle(Cancel);

        var delivery = Assert.Single(await platform.Deliveries(Cancel));
        Assert.Equal(("corporatie", DeliveryState.Refused), (delivery.Supplier, delivery.State));
        Assert.StartsWith("corporatie/", Assert.Single(await platform.Lying(TenantPlace.Drop, Cancel)));
        Assert.Equal(2, (await platform.Lying(TenantPlace.Quarantine, Cancel)).Count);
        Assert.Empty(await platform.Lying(TenantPlace.Archive, Cancel));
    }

    [Fact]
    public async Task A_move_that_was_killed_half_way_is_finished_and_makes_no_second_delivery()
    {
        await using var platform = await Start();
        var file = WeekFile.Of("2025-W45", 3);
        await platform.Drop(file, Cancel);
        var lying = platform.Blobs.GetBlobContainerClient("drop-gm0153").GetBlobClient(file.Name);
        // Held by somebody else, it can be copied and not deleted: as when the process dies between the two.
        var lease = lying.GetBlobLeaseClient();
        await lease.AcquireAsync(TimeSpan.FromSeconds(60), cancellationToken: Cancel);
        await platform.LookAndSettle(Cancel);
        Assert.Contains(file.Name, await platform.Lying(TenantPlace.Drop, Cancel));

        await lease.ReleaseAsync(cancellationToken: Cancel);
        Assert.Equal(0, await platform.LookAndSettle(Cancel));
        Assert.Single(await platform.Deliveries(Cancel));
    }

    [Fact]
    public async Task Several_processes_that_look_at_once_make_one_delivery_of_each_file()
    {
        await using var platform = await Start();
        await using var another = await platform.StartAnother(Cancel, platform.StorageSettings);
        for (var week = 1; week <= 6; week++)
            await platform.Drop(WeekFile.Of($"2025-W0{week}", week), Cancel);
        await Task.WhenAll(platform.LookAndSettle(Cancel), another.LookAndSettle(Cancel));
        await platform.LookAndSettle(Cancel);

        var deliveries = await platform.Deliveries(Cancel);
        Assert.Equal(6, deliveries.Count);
        Assert.All(deliveries, d => Assert.Equal(DeliveryState.Accepted, d.State));
    }

    [Fact]
    public async Task A_backup_holds_the_files_and_a_restore_puts_them_back()
    {
        await using var platform = await Start();
        await platform.Drop(WeekFile.Of("2025-W45", 3), Cancel);
        await platform.LookAndSettle(Cancel);
        var kept = await platform.Lying(TenantPlace.Archive, Cancel);
        var path = Path.Combine(platform.Data.Root, "kopie.zip");
        await platform.Get<BackupTenant>().Execute(
            TestPlatform.Enschede, new BackupTenant.Target(path, Overwrite: false, _ => { }), Actor.CommandLine,
            Cancel);
        await platform.Drop(WeekFile.Of("2025-W46", 4), Cancel);
        await platform.LookAndSettle(Cancel);
        await platform.Blobs.GetBlobContainerClient("archive-gm0153").DeleteBlobAsync(
            kept[0], cancellationToken: Cancel);

        await platform.Get<RestoreTenant>().Execute(
            TestPlatform.Enschede, path,
            new RenewalRequest(Actor.CommandLine, TimeSpan.Zero, _ => { }), Cancel);
        // What this process knows of its gemeenten is a second old at most.
        platform.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(kept, await platform.Lying(TenantPlace.Archive, Cancel));
        Assert.Equal(3, await platform.Count("2025-W45", Cancel));
    }

    [Fact]
    public async Task A_database_is_made_again_from_the_archive()
    {
        await using var platform = await Start();
        await platform.Drop(WeekFile.Of("2025-W45", 3), Cancel);
        await platform.LookAndSettle(Cancel);
        var outcome = await platform.Get<RebuildTenant>().Execute(
            TestPlatform.Enschede, allowMissing: false,
            new RenewalRequest(Actor.CommandLine, TimeSpan.Zero, _ => { }), Cancel);
        Assert.IsType<RebuildTenant.Outcome.Rebuilt>(outcome);
        // What this process knows of its gemeenten is a second old at most.
        platform.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(3, await platform.Count("2025-W45", Cancel));
    }

    [Fact]
    public async Task A_destroyed_original_is_gone_from_the_container()
    {
        await using var platform = await Start();
        await platform.Drop(WeekFile.Of("2025-W45", 3), Cancel);
        await platform.LookAndSettle(Cancel);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        await scope.Get<DestroyDelivery>().Original(1, "bewaartermijn", Actor.Platform, Cancel);
        Assert.EndsWith(".levering.json", Assert.Single(await platform.Lying(TenantPlace.Archive, Cancel)));
    }

    [Fact]
    public async Task A_refused_file_is_checked_again_from_quarantine_without_being_sent_again()
    {
        await using var platform = await Start();
        var file = WeekFile.Of("2025-W45", 3);
        await platform.Drop(
            "GM0153", file.Name,
            Encoding.UTF8.GetBytes(file.Text.Replace(";2021;", ";2025;", StringComparison.Ordinal)), Cancel);
        await platform.LookAndSettle(Cancel);
        Assert.Equal(DeliveryState.Refused, Assert.Single(await platform.Deliveries(Cancel)).State);

        await platform.ImportAreas(Cancel, year: 2025);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var outcome = await scope.Get<DecideDelivery>().Recheck(1, Actor.CommandLine, Cancel);
        Assert.Equal(new DecideDelivery.Outcome.Decided(DeliveryState.Accepted), outcome);
        Assert.Equal(2, (await platform.Lying(TenantPlace.Archive, Cancel)).Count);
        Assert.Empty(await platform.Lying(TenantPlace.Quarantine, Cancel));
    }

    [Fact]
    public async Task Adding_a_gemeente_makes_her_containers_again_and_removing_her_deletes_them()
    {
        await using var platform = await Start();
        await platform.Blobs.DeleteBlobContainerAsync("quarantine-gm0153", cancellationToken: Cancel);
        await platform.Add(TestPlatform.Enschede, "enschede", Cancel);
        Assert.Equal(
            ["archive-gm0153", "drop-gm0153", "incoming-gm0153", "offered-gm0153", "quarantine-gm0153"],
            await OfEnschede(platform));
        await platform.Get<RemoveTenant>().Execute(TestPlatform.Enschede, Actor.CommandLine, Cancel);
        Assert.Empty(await OfEnschede(platform));
    }

    private static async Task<List<string>> OfEnschede(TestPlatform platform)
    {
        var found = new List<string>();
        await foreach (var container in platform.Blobs.GetBlobContainersAsync(cancellationToken: Cancel))
            if (container.Name.EndsWith("-gm0153", StringComparison.Ordinal))
                found.Add(container.Name);
        return [.. found.Order(StringComparer.Ordinal)];
    }

    public sealed class OnSqlite() : BlobDropZoneTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : BlobDropZoneTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : BlobDropZoneTests(Engine.SqlServer);
}
