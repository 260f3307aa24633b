using System.CommandLine;
using System.Diagnostics;
using Twente.Igw.Figures;
using Twente.Igw.Testing;

namespace Twente.Igw.Benchmarks;

/// <summary><c>backfill</c>: one file of a million rows, against the engine's own bulk load of the same rows.</summary>
internal static class Backfill
{
    private static readonly WeekRange Weeks = new(IsoWeek.Parse("2014-W01"), IsoWeek.Parse("2014-W01").Plus(599));

    public static Command Command()
    {
        var rows = new Option<int>("--rows") { Description = "Rows", DefaultValueFactory = _ => 1_000_000 };
        var engine = EngineUnderTest.Option();
        var command = new Command("backfill", "One file of 600 weeks, against the engine's own bulk load")
        {
            rows, engine,
        };
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(rows), parsed.GetValue(engine), cancel));
        return command;
    }

    private static async Task Run(int rows, Engine engine, CancellationToken cancel)
    {
        await using var on = await EngineUnderTest.Of(engine);
        await using var platform = await InventedTown.Found(on, cancel);
        var file = InventedFile.Of(Weeks, rows, seed: 1);
        var path = file.Written().WriteTo(Path.Combine(platform.Data.Root, "files"));
        var report = new Report($"{engine}, backfill: one file of {rows} rows, {Weeks.Length} weeks");

        // Before and after: what the machine does beside us weighs on both sides alike.
        var before = await BareLoad.Run(platform, on, file.Facts, cancel);
        var (visible, receipt) = await InventedTown.Submit(platform, path, cancel);
        var after = await BareLoad.Run(platform, on, file.Facts, cancel);

        var read = await ReadAnew(platform, cancel);
        var bare = (before + after) / 2;
        foreach (var (what, took) in new[]
                 {
                     ("bare bulk load, before", before), ("bare bulk load, after", after),
                     ("submitted to visible", visible), ("submitted to receipt", receipt),
                     ("cube read by another", read),
                 })
            report.Say($"{what,-24}{took.TotalSeconds,8:N2} s{rows / took.TotalSeconds,12:N0} rows/s");
        report.Say($"visible: {visible / bare:N2} times the bare bulk load");
        report.Close(platform.Data.Root);
    }

    /// <summary>The part of it that is not loading: what every process does once it sees the new version.</summary>
    private static async Task<TimeSpan> ReadAnew(TestPlatform platform, CancellationToken cancel)
    {
        await using var other = await platform.StartAnother(cancel);
        await using var scope = await other.Open(TestPlatform.Enschede, cancel);
        var began = Stopwatch.GetTimestamp();
        await scope.Get<CubeStore>().Current(cancel);
        return Stopwatch.GetElapsedTime(began);
    }
}
