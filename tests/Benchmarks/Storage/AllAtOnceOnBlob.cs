using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using Twente.Igw.Areas;
using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;

namespace Twente.Igw.Benchmarks;

/// <summary>
/// <c>blob</c>: all gemeenten deliver at once through blob storage (F9); how long each waits beside the others.
/// </summary>
internal static class AllAtOnceOnBlob
{
    private const string FirstWeek = "2025-W01";

    /// <summary>As many as the program has for jobs.</summary>
    private static readonly int Workers = Math.Max(2, Environment.ProcessorCount);

    public static Command Command()
    {
        var tenants = new Option<int>("--tenants") { Description = "Gemeenten", DefaultValueFactory = _ => 14 };
        var files = new Option<int>("--files") { Description = "Files for each", DefaultValueFactory = _ => 20 };
        var command = new Command("blob", "All gemeenten deliver at once through Azurite: fairness, from drop to filed")
        {
            tenants, files,
        };
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(tenants), parsed.GetValue(files), cancel));
        return command;
    }

    private static async Task Run(int tenants, int files, CancellationToken cancel)
    {
        await using var azurite = await Azurite.Start();
        await using var platform = await TestPlatform.Start(Engine.Sqlite, cancel, settings: azurite.Settings());
        InventedMunicipality[] towns =
            [.. Enumerable.Range(9001, tenants).Select(n => new InventedMunicipality($"GM{n}", $"Gemeente {n}"))];
        await Fill(platform, towns, files, cancel);
        var report = new Report(
            $"Sqlite, Azurite, blob: {tenants} gemeenten with {files} files each at once, {Workers} workers");
        var began = Stopwatch.StartNew();
        var jobs = new ConcurrentQueue<TenantId>();
        foreach (var town in towns)
        {
            // As the watch does: claims and takes, and leaves the rest to a job.
            await using var scope = await platform.Open(TenantId.Parse(town.Code), cancel);
            await scope.Get<FindArrivals>().Execute(cancel);
            jobs.Enqueue(scope.Tenant.Id);
        }
        var taken = began.Elapsed;
        var waits = new ConcurrentBag<TimeSpan>();
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(
            () => Work(platform, jobs, began, waits, cancel), cancel)));
        await Tell(report, platform, towns, files, taken, began.Elapsed, [.. waits], cancel);
    }

    private static async Task Work(
        TestPlatform platform, ConcurrentQueue<TenantId> jobs, Stopwatch began, ConcurrentBag<TimeSpan> waits,
        CancellationToken cancel)
    {
        while (jobs.TryDequeue(out var tenant))
        {
            await using var scope = await platform.Open(tenant, cancel);
            await scope.Get<SettleArrivals>().Execute(long.MaxValue, cancel);
            waits.Add(began.Elapsed);
        }
    }

    private static async Task Fill(
        TestPlatform platform, InventedMunicipality[] towns, int files, CancellationToken cancel)
    {
        foreach (var town in towns)
            await platform.Add(TenantId.Parse(town.Code), $"gemeente{town.Digits}", cancel);
        var areas = GeoPackageFile.Write(Path.Combine(platform.Data.Root, "gebieden.gpkg"), 2021, towns);
        await platform.Get<ImportAreas>().Execute(areas, Actor.CommandLine, null, cancel);
        foreach (var town in towns)
            for (var week = 0; week < files; week++)
                await platform.Drop(
                    WeekFile.Of(Figures.IsoWeek.Parse(FirstWeek).Plus(week).ToString(), 1 + week, town.Code), cancel);
    }

    private static async Task Tell(
        Report report, TestPlatform platform, InventedMunicipality[] towns, int files, TimeSpan taken, TimeSpan all,
        IReadOnlyList<TimeSpan> waits, CancellationToken cancel)
    {
        var accepted = 0;
        foreach (var town in towns)
            accepted += (await platform.Deliveries(cancel, TenantId.Parse(town.Code)))
                .Count(d => d.State == DeliveryState.Accepted);
        var mean = waits.Average(w => w.TotalSeconds);
        var longest = waits.Max(w => w.TotalSeconds);
        report.Say($"accepted: {accepted} of {towns.Length * files}");
        report.Say(
            $"claimed and taken in {taken.TotalSeconds:0.0} s, all filed in {all.TotalSeconds:0.0} s");
        report.Say(
            $"a gemeente waits {mean:0.0} s on average and {longest:0.0} s at most: {longest / mean:0.00} × (aim: 2)");
        report.Close(platform.Data.Root);
    }
}
