using System.CommandLine;
using System.Diagnostics;
using Npgsql;
using Twente.Igw.Databases;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;

namespace Twente.Igw.Benchmarks;

/// <summary><c>migrate</c>: how long it takes to make every gemeente's database, and to find it up to date.</summary>
internal static class MigrateTenants
{
    public static Command Command()
    {
        var tenants = new Option<int>("--tenants") { Description = "Gemeenten", DefaultValueFactory = _ => 14 };
        var engine = EngineUnderTest.Option();
        var command = new Command("migrate", "All migrations for all gemeenten, the first time and repeated")
        {
            tenants, engine,
        };
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(tenants), parsed.GetValue(engine), cancel));
        return command;
    }

    private static async Task Run(int tenants, Engine engine, CancellationToken cancel)
    {
        await using var on = await EngineUnderTest.Of(engine);
        await using var platform = await on.Start(cancel);
        TenantId[] ids = [.. Enumerable.Range(9001, tenants).Select(n => TenantId.Parse($"GM{n}"))];
        foreach (var id in ids)
            await platform.Add(id, $"gemeente{id.Code[2..]}", cancel);
        var report = new Report($"{engine}, migrate: {tenants} gemeenten");
        var (first, repeated) = (new Durations("every database anew"), new Durations("all up to date"));
        var (program, again) = (new Durations("igw migrate, anew"), new Durations("igw migrate, up to date"));
        await WorkingIgw.Run(platform, cancel, "migrate");
        for (var round = 0; round < 5; round++)
        {
            await Lose(platform, ids, cancel);
            first.Add(await Timed(() => Migrate(platform, cancel)));
            repeated.Add(await Timed(() => Migrate(platform, cancel)));
            await Lose(platform, ids, cancel);
            program.Add(await Timed(() => WorkingIgw.Run(platform, cancel, "migrate")));
            again.Add(await Timed(() => WorkingIgw.Run(platform, cancel, "migrate")));
        }
        report.Table(first, repeated, program, again);
        report.Close(platform.Data.Root);
    }

    private static async Task Lose(TestPlatform platform, TenantId[] ids, CancellationToken cancel)
    {
        foreach (var id in ids)
            await platform.Get<DatabaseEngine>().Drop(id, cancel);
        // Whoever was dropped is signed out by the server; this process would only notice when it next asks.
        NpgsqlConnection.ClearAllPools();
    }

    private static async Task Migrate(TestPlatform platform, CancellationToken cancel)
    {
        var done = await platform.Get<Migrate>().Execute(cancel);
        if (!done.Succeeded)
            throw new InvalidOperationException(done.Tenants.First(t => t.Failure is not null).Failure);
    }

    private static async Task<TimeSpan> Timed(Func<Task> work)
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(began);
    }
}
