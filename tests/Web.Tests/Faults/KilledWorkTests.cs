using System.Diagnostics;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Web.Tests.Faults;

[Collection(nameof(OneFaultAtATime))]
public abstract class KilledWorkTests(Engine engine)
{
    public sealed class OnSqlite() : KilledWorkTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : KilledWorkTests(Engine.PostgreSql);

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    /// <summary>Kills fall within this long of the claim; it goes where half of them come too late.</summary>
    private TimeSpan _window = TimeSpan.FromMilliseconds(500);

    [Fact]
    public async Task Work_killed_at_any_moment_leaves_all_of_a_delivery_or_nothing()
    {
        using var fault = new Fault("F1 kill -9 while loading", engine, briefly: 2, fully: 100);
        await using var town = await Town.Found(engine, new RestatedWeeks());
        var work = await town.Work();
        var (before, early) = (default(int?), 0);
        for (var statement = 1; statement <= fault.Times; statement++)
        {
            await KillWhileLoading(town, work, before, statement);
            var wasSeen = await town.Look() == statement;
            _window *= wasSeen ? 0.8 : 1.25;
            await town.StoresNoPart();

            var began = Stopwatch.GetTimestamp();
            work = await town.Work();
            await town.UntilSeen(statement);
            if (!wasSeen)
            {
                early++;
                fault.Note("s from start to visible", Stopwatch.GetElapsedTime(began));
            }
            await town.UntilSettled();
            fault.Note("s from start to settled", Stopwatch.GetElapsedTime(began));
            before = statement;
        }
        await town.IsWhole();
        fault.Say($"{early} killed before they were seen");
        fault.Held();
    }

    private async Task KillWhileLoading(Town town, Running work, int? before, int statement)
    {
        var path = town.Drop(statement);
        // One in five from the drop on: the claim itself must be safe too.
        var fromDrop = Random.Shared.Next(5) == 0;
        if (!fromDrop)
            await Town.Claimed(path);
        var wait = Random.Shared.NextDouble() * (fromDrop ? TimeSpan.FromSeconds(1.5) : _window);
        var began = Stopwatch.GetTimestamp();
        do
        {
            Assert.Contains(await town.Look(), new[] { before, statement });
        }
        while (Stopwatch.GetElapsedTime(began) < wait);
        await work.Kill(Cancel);
    }
}
