using System.CommandLine;
using System.Diagnostics;
using Twente.Igw.Testing;

namespace Twente.Igw.Benchmarks;

/// <summary><c>drop</c>: how long after a file lies in the drop folder its figures are seen.</summary>
internal static class DropToVisible
{
    public static Command Command()
    {
        var count = new Option<int>("--count") { Description = "Files", DefaultValueFactory = _ => 20 };
        var engine = EngineUnderTest.Option();
        var command = new Command("drop", "Files dropped while igw works: from rename to visible") { count, engine };
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(count), parsed.GetValue(engine), cancel));
        return command;
    }

    private static async Task Run(int count, Engine engine, CancellationToken cancel)
    {
        await using var on = await EngineUnderTest.Of(engine);
        await using var platform = await InventedTown.FoundWithFiveYears(on, cancel);
        var onlooker = new Onlooker(platform);
        await onlooker.Look(cancel);
        await using var igw = await WorkingIgw.Start(platform, cancel, "work");
        var report = new Report(
            $"{engine}, drop: {count} files of {InventedTown.WeeklyRows} rows in {InventedTown.RestatedWeeks} weeks, "
            + "one after "
            + "another; a file must lie still for a second, folders are looked at twice a second");
        var visible = new Durations("renamed into the drop folder to visible");
        for (var week = 1; week <= count; week++)
        {
            // At any point of the program's rhythm of looking.
            await Task.Delay(Random.Shared.Next(1_000), cancel);
            var file = InventedTown.WeeklyFile(week);
            await onlooker.Drop(file, cancel);
            var began = Stopwatch.GetTimestamp();
            await onlooker.Until(cube => cube.Coverage.Has(file.Weeks.Last), cancel);
            visible.Add(Stopwatch.GetElapsedTime(began));
        }
        report.Table(visible);
        report.Say($"A reader looks every 10 ms; a site in another process than the work looks once a second.");
        report.Close(platform.Data.Root);
    }
}
