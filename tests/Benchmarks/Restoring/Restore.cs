using System.CommandLine;
using System.Diagnostics;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;

namespace Twente.Igw.Benchmarks;

/// <summary><c>restore</c>: how long a town of five years is away after its database is gone.</summary>
internal static class Restore
{
    public static Command Command()
    {
        var engine = EngineUnderTest.Option();
        var rows = new Option<int>("--rows")
        {
            Description = "Rows; without it the twenty deliveries of five years", DefaultValueFactory = _ => 0,
        };
        var command = new Command("restore", "Back up, lose, restore, lose and rebuild a town of five years")
        {
            engine, rows,
        };
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(engine), parsed.GetValue(rows), cancel));
        return command;
    }

    private static async Task Run(Engine engine, int rows, CancellationToken cancel)
    {
        await using var on = await EngineUnderTest.Of(engine);
        await using var platform = await InventedTown.Found(on, cancel);
        await InventedTown.DeliverFiveYears(platform, cancel);
        if (rows > 0)
            await platform.Submit(InventedFile.Of(Before(InventedTown.FiveYears), rows, seed: 1).Written(), cancel);
        var report = new Report($"restore: five years of one town on {engine}");
        var manifest = (BackupManifest?)null;
        report.Say($"backup   {await Time(async () => manifest = await platform.Backup(cancel)),8:N2} s");
        report.Say($"         {manifest!.Tables.Sum(t => t.Rows)} rows, {manifest.Files.Count} files");
        report.Say($"         {new FileInfo(platform.PathOfBackup()).Length / 1e6:N1} MB");
        report.Say($"         checksum of the tables {manifest.TablesChecksum}");
        var before = await Deliveries(platform, cancel);
        await platform.LoseDatabase(TestPlatform.Enschede, cancel);
        report.Say($"restore  {await Time(() => platform.Restore(cancel)),8:N2} s");
        report.Say($"         {Words(before, await Deliveries(platform, cancel))}");
        await platform.LoseDatabase(TestPlatform.Enschede, cancel);
        report.Say($"rebuild  {await Time(() => platform.Rebuild(cancel)),8:N2} s");
        report.Say($"         {Words(before, await Deliveries(platform, cancel))}");
        using var self = Process.GetCurrentProcess();
        report.Say($"memory   {self.PeakWorkingSet64 / 1e6:N0} MB at most, the deliveries included");
        report.Close(platform.Data.Root);
    }

    /// <summary>As long before the five years as a file may be long, so that nothing is replaced.</summary>
    private static WeekRange Before(WeekRange weeks) => new(weeks.First.Plus(-600), weeks.First.Plus(-1));

    private static async Task<double> Time(Func<Task> work)
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>The tables that hold deliveries and figures; chain, version and arrivals are another matter.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> Deliveries(
        TestPlatform platform, CancellationToken cancel) =>
        (await platform.Checksums(TestPlatform.Enschede, cancel))
            .Where(t => t.Key is not ("AuditLine" or "DataVersion" or "Arrival")).ToDictionary();

    private static string Words(
        IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        before.Where(b => after[b.Key] != b.Value).Select(b => b.Key).ToList() is { Count: > 0 } other
            ? $"NOT EQUAL: {string.Join(", ", other)}"
            : $"{before.Count} tables of deliveries and figures equal";
}
