using System.Diagnostics;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries;

/// <summary>F4: blob storage away, slow, or cut in the middle of a file. Nothing is lost and it is caught up.</summary>
public sealed class StorageFaultTests
{
    private const int Files = 4;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_lies_in_storage_that_was_away_is_caught_up_once_it_is_back()
    {
        using var fault = new Fault("F4 blob storage away", Engine.Sqlite, 1, 1);
        using var line = new RoughLine((await Azurite.Shared).Port);
        await using var platform = await BlobPlatform.WithEnschede(Engine.Sqlite, Cancel, port: line.Port);
        await DropWeeks(platform);
        var gone = Stopwatch.StartNew();
        line.CutAfter(0);
        do
            await Assert.ThrowsAsync<StorageAwayException>(() => platform.LookAndSettle(Cancel));
        while (gone.Elapsed < (Fault.IsFull ? TimeSpan.FromMinutes(5) : TimeSpan.FromSeconds(1)));
        // Said to whoever looks; and what is known is still answered.
        Assert.NotNull(platform.Get<StorageState>().AwaySince);
        Assert.Null(await platform.Count("2025-W01", Cancel));
        fault.Note("away s", gone.Elapsed);

        line.CutAfter(null);
        fault.Note("caught up s", await UntilSettled(platform));
        await AssertWhole(platform);
        Assert.Null(platform.Get<StorageState>().AwaySince);
        fault.Held();
    }

    [Fact]
    public async Task Storage_that_goes_away_between_taking_a_file_and_filing_it_loses_nothing()
    {
        using var fault = new Fault("F4 blob storage away half way", Engine.Sqlite, 1, 10);
        using var line = new RoughLine((await Azurite.Shared).Port);
        for (var time = 0; time < fault.Times; time++)
        {
            await using var platform = await BlobPlatform.WithEnschede(Engine.Sqlite, Cancel, port: line.Port);
            await DropWeeks(platform);
            await using (var scope = await platform.Open(TestPlatform.Enschede, Cancel))
                Assert.Equal(Files, await scope.Get<FindArrivals>().Execute(Cancel));
            line.CutAfter(0);
            await Assert.ThrowsAsync<StorageAwayException>(() => platform.LookAndSettle(Cancel));
            line.CutAfter(null);
            fault.Note("caught up s", await UntilSettled(platform));
            await AssertWhole(platform);
        }
        fault.Held();
    }

    [Fact]
    public async Task A_file_that_is_cut_off_in_the_middle_is_not_read_and_is_fetched_again()
    {
        using var fault = new Fault("F4 cut in the middle of a file", Engine.Sqlite, 1, 20);
        var azurite = await Azurite.Shared;
        using var line = new RoughLine(azurite.Port);
        for (var time = 0; time < fault.Times; time++)
        {
            await using var platform = await BlobPlatform.WithEnschede(Engine.Sqlite, Cancel, port: line.Port);
            var file = LongFile();
            await platform.Drop(file, Cancel);
            var cutsBefore = line.Cuts;
            line.CutAfter(100_000);
            await Assert.ThrowsAsync<StorageAwayException>(() => platform.LookAndSettle(Cancel));
            Assert.True(line.Cuts > cutsBefore, "nothing was cut");
            Assert.Empty(await platform.Deliveries(Cancel));
            line.CutAfter(null);
            fault.Note("caught up s", await UntilSettled(platform));
            Assert.Equal(DeliveryState.Accepted, Assert.Single(await platform.Deliveries(Cancel)).State);
        }
        fault.Held();
    }

    [Fact]
    public async Task Slow_storage_is_waited_for_and_keeps_no_lock_meanwhile()
    {
        using var fault = new Fault("F4 slow storage", Engine.Sqlite, 1, 5);
        var azurite = await Azurite.Shared;
        using var line = new RoughLine(azurite.Port);
        await using var platform = await BlobPlatform.WithEnschede(Engine.Sqlite, Cancel, port: line.Port);
        await platform.Drop(WeekFile.Of("2025-W45", 3), Cancel);
        line.Pause = TimeSpan.FromMilliseconds(Fault.IsFull ? 500 : 100);
        var settling = platform.LookAndSettle(Cancel);
        var longest = TimeSpan.Zero;
        while (!settling.IsCompleted)
        {
            var asked = Stopwatch.GetTimestamp();
            await using (var scope = await platform.Open(TestPlatform.Enschede, Cancel))
            await using (var change = await scope.Get<TenantChanges>().Begin(Cancel))
                await change.Commit(Cancel);
            longest = TimeSpan.FromTicks(Math.Max(longest.Ticks, Stopwatch.GetElapsedTime(asked).Ticks));
            await Task.Delay(20, Cancel);
        }
        await settling;
        fault.Note("longest wait for the lock s", longest);
        Assert.Equal(3, await platform.Count("2025-W45", Cancel));
        fault.Held();
    }

    [Fact]
    public async Task A_full_disk_refuses_nothing_and_the_file_is_read_once_there_is_room()
    {
        using var fault = new Fault("F12 disk full", Engine.Sqlite, 1, 1);
        await using var platform = await BlobPlatform.WithEnschede(Engine.Sqlite, Cancel);
        using var disk = SmallDisk.At(Path.Combine(platform.Data.Root, "scratch"));
        await platform.Drop(LongFile(), Cancel);
        disk.Fill();
        await Assert.ThrowsAnyAsync<IOException>(() => platform.LookAndSettle(Cancel));
        Assert.Empty(await platform.Deliveries(Cancel));
        disk.Clear();
        await UntilSettled(platform);
        Assert.Equal(DeliveryState.Accepted, Assert.Single(await platform.Deliveries(Cancel)).State);
        fault.Held();
    }

    private static async Task DropWeeks(TestPlatform platform)
    {
        for (var week = 1; week <= Files; week++)
            await platform.Drop(WeekFile.Of($"2025-W0{week}", week), Cancel);
    }

    /// <summary>Around half a megabyte, so that it comes in many pieces.</summary>
    private static WeekFile LongFile() => WeekFile.Of("2025-W01", 1) with
    {
        Last = IsoWeek.Parse("2025-W01").Plus(499),
        Rows =
        [
            .. from week in Enumerable.Range(0, 500)
               from weekday in Enumerable.Range(1, 7)
               from daypart in (string[])["nacht", "ochtend", "middag", "avond"]
               select $"{IsoWeek.Parse("2025-W01").Plus(week)};2021;BU01530000;1.1.1;{weekday};{daypart};1",
        ],
    };

    /// <summary>Looks again and again as the watch does, until everything is dealt with.</summary>
    private static async Task<TimeSpan> UntilSettled(TestPlatform platform)
    {
        var took = Stopwatch.StartNew();
        while (true)
            try
            {
                await platform.LookAndSettle(Cancel);
                return took.Elapsed;
            }
            catch (StorageAwayException) when (took.Elapsed < TimeSpan.FromMinutes(2))
            {
                await Task.Delay(200, Cancel);
            }
    }

    private static async Task AssertWhole(TestPlatform platform)
    {
        Assert.Equal(Files, (await platform.Deliveries(Cancel)).Count(d => d.State == DeliveryState.Accepted));
        for (var week = 1; week <= Files; week++)
            Assert.Equal(week, await platform.Count($"2025-W0{week}", Cancel));
        Assert.Empty(await platform.Lying(TenantPlace.Incoming, Cancel));
        Assert.All(
            await platform.Lying(TenantPlace.Drop, Cancel),
            name => Assert.EndsWith(".ontvangst.json", name, StringComparison.Ordinal));
    }
}
