using System.CommandLine;
using System.Diagnostics;
using Npgsql;
using Twente.Igw.Areas;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;

namespace Twente.Igw.Benchmarks;

/// <summary><c>tenants</c>: what a process with many gemeenten asks in memory and connections.</summary>
internal static class ManyTenants
{
    private const int Readers = 32;
    private const int Port = 5393;

    public static Command Command()
    {
        var tenants = new Option<int>("--tenants") { Description = "Gemeenten", DefaultValueFactory = _ => 40 };
        var seconds = new Option<int>("--seconds") { Description = "How long", DefaultValueFactory = _ => 20 };
        var command = new Command("tenants", "Many gemeenten read at once on PostgreSql: memory and connections")
        {
            tenants, seconds,
        };
        command.SetAction((parsed, cancel) => Run(
            parsed.GetValue(tenants), TimeSpan.FromSeconds(parsed.GetValue(seconds)), cancel));
        return command;
    }

    private static async Task Run(int tenants, TimeSpan length, CancellationToken cancel)
    {
        await using var on = await EngineUnderTest.Of(Engine.PostgreSql);
        await using var platform = await on.Start(cancel);
        InventedMunicipality[] towns =
            [.. Enumerable.Range(9001, tenants).Select(n => new InventedMunicipality($"GM{n}", $"Gemeente {n}"))];
        await Fill(platform, towns, cancel);
        // The connections of this process itself are not those that are measured.
        NpgsqlConnection.ClearAllPools();
        await using var igw = await WorkingIgw.Start(
            platform, cancel, "serve", "--urls", $"http://127.0.0.1:{Port}");
        var report = new Report(
            $"PostgreSql, tenants: {tenants} gemeenten, {Readers} readers for {length.TotalSeconds} s");

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        enough.CancelAfter(length);
        var (pages, failed) = (new Durations("a page"), 0);
        var watching = WatchConnections(on.Admin!, enough.Token);
        await Task.WhenAll(Enumerable.Range(0, Readers).Select(_ => Task.Run(
            async () => Interlocked.Add(ref failed, await Read(towns, pages, enough.Token)), cancel)));
        var peak = await watching;

        report.Table(pages);
        report.Say($"failed: {failed}");
        report.Say($"connections of the process at their peak: {peak}, of the 40 it may have");
        foreach (var line in await File.ReadAllLinesAsync($"/proc/{igw.Id}/status", cancel))
            if (line.Split(':')[0] is "VmHWM" or "VmRSS")
                report.Say($"{line}");
        report.Close(platform.Data.Root);
    }

    private static async Task Fill(TestPlatform platform, InventedMunicipality[] towns, CancellationToken cancel)
    {
        foreach (var town in towns)
            await platform.Add(TenantId.Parse(town.Code), $"gemeente{town.Digits}", cancel);
        var areas = GeoPackageFile.Write(Path.Combine(platform.Data.Root, "gebieden.gpkg"), 2021, towns);
        await platform.Get<ImportAreas>().Execute(areas, Actor.CommandLine, null, cancel);
        foreach (var town in towns)
            await platform.Submit(new RestatedWeeks(town.Code, Weeks: 52, RowsPerWeek: 100).Statement(0), cancel);
    }

    /// <summary>Reads pages of all gemeenten in turn; every other one needs the database.</summary>
    /// <returns>How many failed.</returns>
    private static async Task<int> Read(InventedMunicipality[] towns, Durations pages, CancellationToken enough)
    {
        using var site = LoopbackSite.Connect();
        var failed = 0;
        try
        {
            while (true)
            {
                var town = towns[Random.Shared.Next(towns.Length)].Digits;
                var path = Random.Shared.Next(2) == 0 ? "leveringen" : "";
                var began = Stopwatch.GetTimestamp();
                using var answer = await site.GetAsync(
                    new Uri($"http://gemeente{town}.localhost:{Port}/{path}"), enough);
                lock (pages)
                    pages.Add(Stopwatch.GetElapsedTime(began));
                failed += answer.IsSuccessStatusCode ? 0 : 1;
            }
        }
        catch (OperationCanceledException)
        {
            return failed;
        }
    }

    /// <summary>Asks the server a hundred times a second; its own answer is the only one that counts.</summary>
    private static async Task<long> WatchConnections(string admin, CancellationToken enough)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(admin) { Pooling = false }.ToString());
        await connection.OpenAsync(CancellationToken.None);
        await using var count = connection.CreateCommand();
        count.CommandText = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'igw'";
        var peak = 0L;
        while (!enough.IsCancellationRequested)
        {
            peak = Math.Max(peak, (long)(await count.ExecuteScalarAsync(CancellationToken.None))!);
            await Task.Delay(10, CancellationToken.None);
        }
        return peak;
    }
}
