using System.CommandLine;

namespace Twente.Igw.Benchmarks;

/// <summary><c>weekly</c>: how long after its claim a weekly delivery is seen, in a town of five years.</summary>
internal static class WeeklyDeliveries
{
    public static Command Command()
    {
        var count = new Option<int>("--count") { Description = "Deliveries", DefaultValueFactory = _ => 50 };
        var command =
            new Command("weekly", "Weekly deliveries into a town of five years: from claim to visible") { count };
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(count), cancel));
        return command;
    }

    private static async Task Run(int count, CancellationToken cancel)
    {
        await using var platform = await InventedTown.FoundWithFiveYears(cancel);
        var report = new Report(
            $"weekly: {count} deliveries of {InventedTown.WeeklyRows} rows in {InventedTown.RestatedWeeks} weeks, "
            + $"into five years of {InventedTown.RowsOfFiveYears} rows");
        var (visible, receipt) = (new Durations("submitted to visible"), new Durations("submitted to receipt"));
        var bare = new Durations("the same rows by bare inserts");
        for (var week = 1; week <= count; week++)
        {
            var file = InventedTown.WeeklyFile(week);
            var path = file.Written().WriteTo(Path.Combine(platform.Data.Root, "files"));
            var took = await InventedTown.Submit(platform, path, cancel);
            visible.Add(took.Visible);
            receipt.Add(took.Receipt);
            bare.Add(BareInsert.Run(platform, file.Facts));
        }
        report.Table(visible, receipt, bare);
        report.Say($"visible: {visible.At(0.5) / bare.At(0.5):N1} times the bare inserts at p50");
        report.Close(platform.Data.Root);
    }
}
