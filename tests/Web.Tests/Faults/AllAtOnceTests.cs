using System.Collections.Concurrent;
using System.Diagnostics;
using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Web.Tests.Faults;

[Collection(nameof(OneFaultAtATime))]
public abstract class AllAtOnceTests(Engine engine)
{
    public sealed class OnSqlite() : AllAtOnceTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : AllAtOnceTests(Engine.PostgreSql);

    private const int FilesOfOne = 8;

    /// <summary>Twice is meant; a machine that others use too may not fail the test.</summary>
    private const double Unfair = 4;

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly IsoWeek First = IsoWeek.Parse("2025-W01");

    [Fact]
    public async Task All_gemeenten_deliver_at_once_and_one_delivers_eight_files_and_nobody_waits_for_ever()
    {
        using var fault = new Fault("F9 all deliver at once, one eight files", engine, briefly: 1, fully: 5);
        await using var platform = await TestPlatform.Start(engine, Cancel);
        var towns = await Found(platform, Fault.IsFull ? 14 : 4);
        using var igw = IgwProcess.Beside(platform);
        Assert.Equal(0, (await igw.Run(Cancel, "migrate")).ExitCode);
        var work = igw.Go("work");
        await work.Ready(Cancel);
        for (var round = 1; round <= fault.Times; round++)
        {
            var waits = await Round(platform, igw, towns, round, fault);
            fault.Note("longest wait ÷ mean", waits.Max() / waits.Average());
            fault.Note("mean wait in s", waits.Average());
            Assert.InRange(waits.Max() / waits.Average(), 0, Unfair);
        }
        fault.Say($"{towns.Count} gemeenten");
        Assert.False(work.HasExited, work.Errors);
        fault.Held();
    }

    private static async Task<List<TenantId>> Found(TestPlatform platform, int count)
    {
        var towns = Enumerable.Range(9001, count).Select(n => new InventedMunicipality($"GM{n}", $"Gemeente {n}"));
        var file = GeoPackageFile.Write(Path.Combine(platform.Data.Root, "gebieden.gpkg"), 2021, [.. towns]);
        foreach (var town in towns)
            await platform.Add(TenantId.Parse(town.Code), $"gemeente{town.Digits}", Cancel);
        await platform.Get<ImportAreas>().Execute(file, Actor.CommandLine, null, Cancel);
        return [.. towns.Select(t => TenantId.Parse(t.Code))];
    }

    /// <returns>Seconds from the drop until each gemeente sees its file; the one of eight comes apart.</returns>
    private static async Task<IReadOnlyCollection<double>> Round(
        TestPlatform platform, IgwProcess igw, List<TenantId> towns, int round, Fault fault)
    {
        var busy = towns[Random.Shared.Next(towns.Count)];
        foreach (var town in towns)
            for (var file = 0; file < (town == busy ? FilesOfOne : 1); file++)
                new RestatedWeeks(town.Code) { First = First.Plus(13 * file) }
                    .Drop(igw.PathOf("drop", town.Folder), round);
        var (began, waits) = (Stopwatch.GetTimestamp(), new ConcurrentBag<double>());
        await Task.WhenAll(towns.Select(town => Task.Run(
            async () =>
            {
                for (var file = 0; file < (town == busy ? FilesOfOne : 1); file++)
                    await UntilSeen(
                        platform, town, new RestatedWeeks(town.Code) { First = First.Plus(13 * file) }, round);
                var took = Stopwatch.GetElapsedTime(began);
                if (town == busy)
                    fault.Note("s until all eight are seen", took);
                else
                    waits.Add(took.TotalSeconds);
            },
            Cancel)));
        return waits;
    }

    private static async Task UntilSeen(TestPlatform platform, TenantId town, RestatedWeeks weeks, int statement)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        await using var scope = await platform.Open(town, Cancel);
        var cubes = scope.Get<CubeStore>();
        while (true)
        {
            var cube = await cubes.Refresh(patience.Token);
            var totals = cube.CountWeeks(DefaultCategories.Total, AreaCode.Parse(town.Code), 2021, weeks.Range);
            if (Assert.Single(totals.Distinct()) == weeks.TotalOf(statement))
                return;
            await Task.Delay(25, patience.Token);
        }
    }
}
