using System.CommandLine;
using Twente.Igw.Figures;

namespace Twente.Igw.Benchmarks;

/// <summary><c>backfill</c>: one file of a million rows, against bare inserts of the same rows.</summary>
internal static class Backfill
{
    private static readonly WeekRange Weeks = new(IsoWeek.Parse("2014-W01"), IsoWeek.Parse("2014-W01").Plus(599));

    public static Command Command()
    {
        var rows = new Option<int>("--rows") { Description = "Rows", DefaultValueFactory = _ => 1_000_000 };
        var command = new Command("backfill", "One file of 600 weeks, against bare inserts of the same rows") { rows };
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(rows), cancel));
        return command;
    }

    private static async Task Run(int rows, CancellationToken cancel)
    {
        await using var platform = await InventedTown.Found(cancel);
        var file = InventedFile.Of(Weeks, rows, seed: 1);
        var path = file.Written().WriteTo(Path.Combine(platform.Data.Root, "files"));
        var report = new Report($"backfill: one file of {rows} rows, {Weeks.Length} weeks");

        // Before and after: what the machine does beside us weighs on both sides alike.
        var before = BareInsert.Run(platform, file.Facts);
        var (visible, receipt) = await InventedTown.Submit(platform, path, cancel);
        var after = BareInsert.Run(platform, file.Facts);

        var bare = (before + after) / 2;
        foreach (var (what, took) in new[]
                 {
                     ("bare inserts, before", before), ("bare inserts, after", after),
                     ("submitted to visible", visible), ("submitted to receipt", receipt),
                 })
            report.Say($"{what,-24}{took.TotalSeconds,8:N2} s{rows / took.TotalSeconds,12:N0} rows/s");
        report.Say($"visible: {visible / bare:N2} times the bare inserts");
        report.Close(platform.Data.Root);
    }
}
