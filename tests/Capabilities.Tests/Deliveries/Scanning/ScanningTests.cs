using System.Text;
using Microsoft.Extensions.Options;
using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries;

/// <summary>Where scanning is required no file is read before somebody said that it is harmless.</summary>
public sealed class ScanningTests
{
    private static readonly KeyValuePair<string, string?>[] ByDefender = [new("Igw:Scanning:Kind", "DefenderTags")];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_with_harmful_software_is_refused_with_a_finding_and_stands_in_quarantine()
    {
        using var clamd = await Clamd.Start(Cancel);
        await using var platform = await On(clamd);
        await Drop(platform, WeekFile.Of("2025-W45", 3).Name, Clamd.Harmful);
        await Settle(platform);

        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var delivery = (await scope.Get<ShowDelivery>().Execute(1, Cancel))!;
        Assert.Equal(DeliveryState.Refused, delivery.Line.State);
        var finding = Assert.Single(delivery.Findings);
        Assert.Equal((FindingCode.MalwareFound, "Igw.Proef.UNOFFICIAL"), (finding.Code, finding.Value));
        Assert.Equal(2, (await platform.Lying(TenantPlace.Quarantine, Cancel)).Count);

        // Looked at again it is scanned again: nobody can talk it in.
        Assert.Equal(
            new DecideDelivery.Outcome.Decided(DeliveryState.Refused),
            await scope.Get<DecideDelivery>().Recheck(1, Actor.CommandLine, Cancel));
    }

    [Fact]
    public async Task A_file_waits_while_the_scanner_is_away_says_so_and_is_read_once_it_is_back()
    {
        using var clamd = await Clamd.Start(Cancel);
        await using var platform = await On(clamd);
        clamd.Kill();
        var file = WeekFile.Of("2025-W45", 3);
        await Drop(platform, file.Name, Encoding.UTF8.GetBytes(file.Text));
        await Settle(platform);

        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        Assert.NotNull(Assert.Single(await scope.Get<ListDeliveries>().Waiting(Cancel)).UnscannedSince);
        var told = await scope.Get<TenantFiles>().ReadAll(TenantPlace.Drop, file.Name + ".ontvangst.json", Cancel);
        Assert.Contains("wacht op controle op schadelijke software", Encoding.UTF8.GetString(told!));
        Assert.Null(await platform.Count("2025-W45", Cancel));

        await clamd.Go(Cancel);
        await Settle(platform);
        Assert.Equal(3, await platform.Count("2025-W45", Cancel));
        Assert.Empty(await scope.Get<ListDeliveries>().Waiting(Cancel));
    }

    [Fact]
    public async Task A_file_that_waits_keeps_only_later_files_of_its_own_supplier_waiting()
    {
        await using var platform = await BlobPlatform.WithEnschede(Engine.Sqlite, Cancel, ByDefender);
        await platform.Drop(WeekFile.Of("2025-W45", 3), Cancel);
        await platform.Drop(WeekFile.Of("2025-W46", 3), Cancel);
        await platform.Drop(WeekFile.Of("2025-W45", 9), Cancel, folder: "corporatie/");
        await platform.LookAndSettle(Cancel);
        Assert.Empty(await platform.Deliveries(Cancel));
        foreach (var name in await platform.Lying(TenantPlace.Incoming, Cancel))
            if (await IsNot(platform, name, "2025-W45_2025-W45.csv"))
                await Label(platform, "incoming-gm0153", name, ScanByDefender.Clean);
        await platform.LookAndSettle(Cancel);
        Assert.Equal("corporatie", Assert.Single(await platform.Deliveries(Cancel)).Supplier);
    }

    [Fact]
    public async Task Defender_decides_on_the_file_that_was_taken_in_and_a_suppliers_own_label_is_worth_nothing()
    {
        await using var platform = await BlobPlatform.WithEnschede(Engine.Sqlite, Cancel, ByDefender);
        var (harmless, harmful) = (WeekFile.Of("2025-W45", 3), WeekFile.Of("2025-W46", 3));
        await platform.Drop(harmless, Cancel);
        await Label(platform, "drop-gm0153", harmless.Name, ScanByDefender.Clean);
        await platform.LookAndSettle(Cancel);
        Assert.Empty(await platform.Deliveries(Cancel));

        await Label(
            platform, "incoming-gm0153", Assert.Single(await platform.Lying(TenantPlace.Incoming, Cancel)),
            ScanByDefender.Clean);
        await platform.LookAndSettle(Cancel);
        await platform.Drop(harmful, Cancel);
        await platform.LookAndSettle(Cancel);
        await Label(
            platform, "incoming-gm0153", Assert.Single(await platform.Lying(TenantPlace.Incoming, Cancel)),
            ScanByDefender.Malicious);
        await platform.LookAndSettle(Cancel);
        Assert.Equal(
            [DeliveryState.Refused, DeliveryState.Accepted],
            (await platform.Deliveries(Cancel)).Select(d => d.State));
    }

    [Fact]
    public async Task A_harmful_file_that_a_supplier_has_checked_is_let_go_at_once()
    {
        using var clamd = await Clamd.Start(Cancel);
        await using var platform = await On(clamd);

        var open = await platform.Offer(
            WeekFile.Of("2025-W45", 3).Name, Encoding.ASCII.GetString(Clamd.Harmful), Cancel);

        Assert.Equal(FindingCode.MalwareFound, Assert.Single(open.Offer.Check.Findings).Code);
        Assert.True(open.Offer.Check.IsGone);
        Assert.Null(await platform.Get<DeliverOffer>().Execute(open, Offering.Supplier, Cancel));
    }

    [Fact]
    public async Task A_platform_for_others_does_not_start_without_a_scanner()
    {
        await using var platform = await TestPlatform.Start(
            Engine.Sqlite, Cancel, settings: [new("Igw:Profile", nameof(Profile.Hosted))]);

        var refused = Assert.Throws<OptionsValidationException>(
            () => platform.Get<IStartupValidator>().Validate());

        Assert.Contains("Igw:Scanning:Kind", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<TestPlatform> On(Clamd clamd) => await TestPlatform.WithEnschede(
        Engine.Sqlite, Cancel,
        [new("Igw:Scanning:Kind", "Clamd"), new("Igw:Scanning:Clamd", clamd.Address)]);

    private static async Task Drop(TestPlatform platform, string name, byte[] content)
    {
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        await scope.Get<TenantFiles>().Write(TenantPlace.Drop, name, content, Cancel);
        File.SetLastWriteTimeUtc(
            scope.Get<TenantFiles>().PathOf(TenantPlace.Drop, name),
            platform.Clock.GetUtcNow().UtcDateTime.AddMinutes(-1));
        // Two looks, because a file on disk may still be growing.
        await scope.Get<FindArrivals>().Execute(Cancel);
    }

    private static async Task Settle(TestPlatform platform) => await platform.LookAndSettle(Cancel);

    private static async Task Label(TestPlatform platform, string container, string name, string verdict) =>
        await platform.Blobs.GetBlobContainerClient(container).GetBlobClient(name).SetTagsAsync(
            new Dictionary<string, string> { [ScanByDefender.Label] = verdict }, cancellationToken: Cancel);

    /// <summary>Whether what lies there is not the police's file of this week.</summary>
    private static async Task<bool> IsNot(TestPlatform platform, string stored, string ending)
    {
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var arrivals = scope.Get<TenantDb>().Arrivals;
        return !arrivals.Any(a => a.StoredName == stored && a.FileName.EndsWith(ending) && a.Supplier == "politie");
    }
}
