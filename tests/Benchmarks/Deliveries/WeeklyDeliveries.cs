using System.CommandLine;
using Twente.Igw.Testing;

namespace Twente.Igw.Benchmarks;

/// <summary><c>weekly</c>: how long after its claim a weekly delivery is seen, in a town of five years.</summary>
internal static class WeeklyDeliveries
{
    public static Command Command()
    {
        var count = new Option<int>("--count") { Description = "Deliveries", DefaultValueFactory = _ => 50 };
        var engine = EngineUnderTest.Option();
        var command =
            new Command("weekly", "Weekly deliveries into a town of five years: from claim to visible")
            {
                count, engine,
            };
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(count), parsed.GetValue(engine), cancel));
        return command;
    }

    private static async Task Run(int count, Engine engine, CancellationToken cancel)
    {
        await using var on = await EngineUnderTest.Of(engine);
        await using var platform = await InventedTown.FoundWithFiveYears(on, cancel);
        var report = new Report(
            $"{engine}, weekly: {count} files of {InventedTown.WeeklyRows} rows in {InventedTown.RestatedWeeks} weeks, "
            + $"into five years of {InventedTown.RowsOfFiveYears} rows");
        var (visible, receipt) = (new Durations("claimed to visible"), new Durations("claimed to receipt"));
        var bare = new Durations("the same rows by bare bulk load");
        for (var week = 1; week <= count; week++)
        {
            var file = InventedTown.WeeklyFile(week);
            var took = await InventedTown.Claim(platform, file, cancel);
            visible.Add(took.Visible);
            receipt.Add(took.Receipt);
            bare.Add(await BareLoad.Run(platform, on, file.Facts, cancel));
        }
        report.Table(visible, receipt, bare);
        report.Say($"visible: {visible.At(0.5) / bare.At(0.5):N1} times the bare bulk load at p50");
        report.Close(platform.Data.Root);
    }
}
