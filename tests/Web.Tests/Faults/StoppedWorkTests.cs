using System.Diagnostics;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Web.Tests.Faults;

[Collection(nameof(OneFaultAtATime))]
public abstract class StoppedWorkTests(Engine engine)
{
    public sealed class OnSqlite() : StoppedWorkTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : StoppedWorkTests(Engine.PostgreSql);

    /// <summary>Far above the two and five seconds meant: a busy machine may not fail the test.</summary>
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(60);

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Work_asked_to_stop_leaves_a_job_half_way_and_takes_it_up_at_the_next_start()
    {
        using var fault = new Fault("F2 SIGTERM during a job", engine, briefly: 1, fully: 20);
        // Large: the signal must come while it is loaded.
        await using var town = await Town.Found(engine, new RestatedWeeks(Weeks: 26, RowsPerWeek: 1_000));
        var work = await town.Work();
        var (before, halfway) = (default(int?), 0);
        for (var statement = 1; statement <= fault.Times; statement++)
        {
            await Town.Claimed(town.Drop(statement));
            await Task.Delay(Random.Shared.Next(400), Cancel);
            var asked = Stopwatch.GetTimestamp();
            await work.Terminate(Cancel);
            var stopped = Stopwatch.GetElapsedTime(asked);
            Assert.True(work.ExitCode == 0, $"{work.ExitCode} after {stopped}: {work.Errors}");
            var seen = await town.Look();
            Assert.Contains(seen, new[] { before, statement });
            await town.StoresNoPart();

            var began = Stopwatch.GetTimestamp();
            work = await town.Work();
            await town.UntilSeen(statement);
            var back = Stopwatch.GetElapsedTime(began);
            fault.Note("s from SIGTERM to stopped", stopped);
            if (seen == before)
            {
                halfway++;
                fault.Note("s from start to visible", back);
                Assert.InRange(back, TimeSpan.Zero, Generous);
            }
            Assert.InRange(stopped, TimeSpan.Zero, Generous);
            await town.UntilSettled();
            before = statement;
        }
        await town.IsWhole();
        fault.Say($"{halfway} stopped half way");
        fault.Held();
    }
}
