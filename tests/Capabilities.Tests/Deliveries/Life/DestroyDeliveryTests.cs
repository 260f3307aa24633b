using Microsoft.EntityFrameworkCore;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries.Life;

public abstract class DestroyDeliveryTests(Engine engine)
{
    public sealed class OnSqlite() : DestroyDeliveryTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : DestroyDeliveryTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : DestroyDeliveryTests(Engine.SqlServer);

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Destroying_a_delivery_takes_its_figures_and_gives_its_weeks_back()
    {
        await using var platform = await WithTwo();

        var outcome = await Destroy(platform, d => d.Execute(2, "bevatte namen", Actor.CommandLine, Cancel));

        Assert.Equal(new DecideDelivery.Outcome.Decided(DeliveryState.Destroyed), outcome);
        Assert.Equal(6, await platform.Count("2025-W11", Cancel));
        Assert.Null(await platform.Count("2025-W12", Cancel));
        Assert.Equal([1], Originals(platform));
    }

    [Fact]
    public async Task Hash_totals_and_reason_of_a_destroyed_delivery_remain()
    {
        await using var platform = await WithTwo();
        await Destroy(platform, d => d.Execute(2, "bevatte namen", Actor.CommandLine, Cancel));

        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var left = (await scope.Get<ShowDelivery>().Execute(2, Cancel))!;
        Assert.Equal((64, 68L, "bevatte namen"), (left.Line.Sha256.Length, left.Line.Sum, left.Reason));
        Assert.Equal(2, left.Weeks.Count);
        var listed = Assert.Single(await platform.Get<ListDestroyed>().Of(TestPlatform.Enschede, Cancel));
        Assert.Equal((2L, left.Line.Sha256, false), (listed.Delivery, listed.Sha256, listed.OriginalOnly));
    }

    [Fact]
    public async Task Looking_back_a_destroyed_delivery_was_not_there()
    {
        await using var platform = await WithTwo();
        var then = (await platform.Total("2025-W12", "2025-W12", Cancel)).Version;
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var cubes = scope.Get<CubeStore>();
        await Destroy(platform, d => d.Execute(2, "bevatte namen", Actor.CommandLine, Cancel));

        var cube = await cubes.KnownOn(KnownOn.AtVersion(then), Cancel);

        Assert.False(cube.Coverage.Has(IsoWeek.Parse("2025-W12")));
    }

    [Fact]
    public async Task Destroying_the_original_alone_keeps_the_figures_and_the_state()
    {
        await using var platform = await WithTwo();

        var outcome = await Destroy(platform, d => d.Original(2, "bewaartermijn", Actor.CommandLine, Cancel));

        Assert.Equal(new DecideDelivery.Outcome.Decided(DeliveryState.Accepted), outcome);
        Assert.Equal(60, await platform.Count("2025-W11", Cancel));
        Assert.Equal([1], Originals(platform));
    }

    [Fact]
    public async Task Destroying_is_audited_and_done_once()
    {
        await using var platform = await WithTwo();
        for (var time = 0; time < 2; time++)
            await Destroy(platform, d => d.Execute(2, "bevatte namen", Actor.CommandLine, Cancel));

        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var line = await scope.Get<TenantDb>().Audit.SingleAsync(l => l.Event == "delivery.destroyed", Cancel);
        Assert.Equal(("levering 2", "bevatte namen"), (line.Subject, line.Purpose));
        Assert.IsType<AuditVerdict.Intact>(await platform.Get<VerifyAudit>().Tenant(TestPlatform.Enschede, Cancel));
    }

    [Fact]
    public async Task A_note_that_a_killed_process_did_not_write_is_written_by_the_next()
    {
        await using var platform = await WithTwo();
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var deliveries = scope.Get<TenantDb>().Deliveries;
        await deliveries.ExecuteUpdateAsync(d => d.SetProperty(x => x.IsNoted, false), Cancel);
        foreach (var note in Directory.GetFiles(Archive(platform), "*" + DeliveryNote.Suffix))
            File.Delete(note);

        await scope.Get<ResumeArrivals>().Execute(Cancel);

        Assert.Equal(2, Directory.GetFiles(Archive(platform), "*" + DeliveryNote.Suffix).Length);
        Assert.True(await deliveries.AllAsync(d => d.IsNoted, Cancel));
    }

    private async Task<TestPlatform> WithTwo()
    {
        var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Submit(WeekFile.Series("2025-W10", 5, 6), Cancel);
        await platform.Submit(WeekFile.Series("2025-W11", 60, 8), Cancel);
        return platform;
    }

    private static async Task<DecideDelivery.Outcome> Destroy(
        TestPlatform platform, Func<DestroyDelivery, Task<DecideDelivery.Outcome>> destroy)
    {
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        return await destroy(scope.Get<DestroyDelivery>());
    }

    /// <summary>The deliveries whose original is in the archive.</summary>
    private static IEnumerable<long> Originals(TestPlatform platform) =>
        Directory.GetFiles(Archive(platform), "*" + DeliveryNote.Suffix)
            .Where(note => File.Exists(note[..^DeliveryNote.Suffix.Length]))
            .Select(note => DeliveryNote.Read(File.ReadAllText(note)).Number).Order();

    private static string Archive(TestPlatform platform) => Path.Combine(platform.Data.Root, "archive", "gm0153");
}
