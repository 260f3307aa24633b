using System.CommandLine;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;

namespace Twente.Igw.Benchmarks;

/// <summary>
/// <c>kill</c>: ends the work without warning at random moments of a delivery and looks at what is left, by the rule
/// that a file counts whole or not at all.
/// </summary>
internal static class KillWhileLoading
{
    public static Command Command()
    {
        var count = new Option<int>("--count") { Description = "Kills", DefaultValueFactory = _ => 30 };
        var engine = EngineUnderTest.Option();
        var command = new Command("kill", "Kills igw at random moments of loading a file of 26 weeks")
        {
            count, engine,
        };
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(count), parsed.GetValue(engine), cancel));
        return command;
    }

    /// <returns>0 when no part of a file was ever seen and everything is in its place at the end.</returns>
    private static async Task<int> Run(int count, Engine engine, CancellationToken cancel)
    {
        await using var on = await EngineUnderTest.Of(engine);
        await using var platform = await InventedTown.FoundWithFiveYears(on, cancel);
        var report = new Report(
            $"{engine}, kill: {count} times during a file of {InventedTown.WeeklyRows} rows in 26 weeks");
        await using var rounds = new KillRounds(platform);
        await rounds.Prepare(cancel);
        for (var round = 1; round <= count; round++)
            await rounds.KillOnce(cancel);

        report.Table(rounds.VisibleAgain, rounds.SettledAgain);
        report.Say($"killed within {rounds.Window.TotalMilliseconds:N0} ms of the claim, one in five from the drop on");
        report.Say($"killed before its figures were seen: {rounds.VisibleAgain.Count} of {count}");
        report.Say($"looks as a reader: {rounds.Looks}; partial states seen: {rounds.Partial.Count}");
        var wrong = rounds.Partial.Concat(await Inspect(platform, cancel)).ToList();
        foreach (var line in wrong)
            report.Say($"WRONG: {line}");
        report.Close(platform.Data.Root);
        return wrong.Count == 0 ? 0 : 1;
    }

    private static async Task<IReadOnlyList<string>> Inspect(TestPlatform platform, CancellationToken cancel)
    {
        var wrong = new List<string>(await new WholeDeliveries(platform, TestPlatform.Enschede).Misfiled(cancel));
        Console.WriteLine($"archive, incoming and drop folder: {(wrong.Count == 0 ? "complete and empty" : "wrong")}");
        var verify = platform.Get<VerifyAudit>();
        foreach (var verdict in new[]
                 {
                     await verify.Tenant(TestPlatform.Enschede, cancel), await verify.Platform(cancel),
                 })
        {
            Console.WriteLine($"audit chain: {verdict}");
            if (verdict is not AuditVerdict.Intact)
                wrong.Add($"audit: {verdict}");
        }
        return wrong;
    }
}
