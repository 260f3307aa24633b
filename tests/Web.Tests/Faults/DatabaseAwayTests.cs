using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Web.Tests.Faults;

/// <summary>SQLite is a file and cannot go away; PostgreSQL stands here for every server.</summary>
[Collection(nameof(OneFaultAtATime))]
public sealed class DatabaseAwayTests
{
    /// <summary>Far above the second meant: a busy machine may not fail the test.</summary>
    private const double SlowestPage = 5;

    /// <summary>Each part of the program may say once that the database is away, and once that it is back.</summary>
    private const int MostLines = 40;

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly RestatedWeeks _weeks = new(Weeks: 26, RowsPerWeek: 800);

    [Fact]
    public async Task A_database_restarted_during_a_job_and_while_pages_are_read_loses_and_doubles_nothing()
    {
        using var fault = new Fault("F3 database restarted", Engine.PostgreSql, briefly: 1, fully: 20);
        await using var server = await PostgresServer.Start(durable: false);
        using var igw = await IgwProcess.On(Engine.PostgreSql, server);
        await igw.AddEnschede(Cancel);
        var port = Reader.FreePort();
        var serve = igw.Go("serve", "--urls", $"http://127.0.0.1:{port}");
        await serve.Ready(Cancel);
        using var reader = await Reader.SignedIn(igw, port);
        _weeks.Drop(igw.PathOf("drop", "gm0153"), 0);
        await reader.Until(async () => (await igw.Run(Cancel, "deliveries", "list", "GM0153")).Output.Length > 0);

        // What answers without the database is what was read once.
        Assert.Equal(HttpStatusCode.OK, await reader.Ask("/"));

        using var enough = new CancellationTokenSource();
        var reading = reader.ReadOn(_weeks, fault, enough.Token);
        for (var round = 1; round <= fault.Times; round++)
            await RestartDuringJob(server, igw, reader, serve, fault, round);
        await enough.CancelAsync();
        await reading;

        await AllIsThere(igw, (fault.Times * 2) + 1);
        Assert.InRange(fault.Most("s per page"), 0, SlowestPage);
        fault.Held();
    }

    private async Task RestartDuringJob(
        PostgresServer server, IgwProcess igw, Reader reader, Running serve, Fault fault, int round)
    {
        var (drop, before) = (igw.PathOf("drop", "gm0153"), serve.Errors.Split('\n').Length);
        await Town.Claimed(_weeks.Drop(drop, (round * 2) - 1));
        await Task.Delay(Random.Shared.Next(400), Cancel);
        await server.Stop();
        _weeks.Drop(drop, round * 2);
        await reader.Until(async () => await reader.Ask("/health/ready") == HttpStatusCode.ServiceUnavailable);
        Assert.Equal(HttpStatusCode.OK, await reader.Ask("/health/live"));
        // A cluster keeps sending visitors: they see figures with their date.
        Assert.Equal(HttpStatusCode.OK, await reader.Ask("/health/answers"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await reader.Ask("/leveringen"));
        await Task.Delay(Random.Shared.Next(1_000, 4_000), Cancel);
        await server.Begin();

        var began = Stopwatch.GetTimestamp();
        await reader.Until(async () => await reader.Ask("/health/ready") == HttpStatusCode.OK);
        fault.Note("s from back to ready", Stopwatch.GetElapsedTime(began));
        await reader.Until(async () => await reader.Statement(_weeks) == round * 2);
        fault.Note("s from back to all visible", Stopwatch.GetElapsedTime(began));
        var lines = serve.Errors.Split('\n').Length - before;
        fault.Note("log lines", lines);
        Assert.True(lines <= MostLines, serve.Errors);
    }

    private static async Task AllIsThere(IgwProcess igw, int deliveries)
    {
        var list = await igw.Run(Cancel, "deliveries", "list", "GM0153", "--json");
        using var lines = JsonDocument.Parse(list.Output);
        Assert.Equal(
            Enumerable.Range(1, deliveries).Reverse(),
            lines.RootElement.EnumerateArray().Select(line => line.GetProperty("number").GetInt32()));
        Assert.All(
            lines.RootElement.EnumerateArray(),
            line => Assert.Equal("accepted", line.GetProperty("state").GetString()));
        // Each original with its note.
        Assert.Equal(2 * deliveries, Directory.GetFiles(igw.PathOf("archive", "gm0153")).Length);
        Assert.Empty(Directory.GetFiles(igw.PathOf("incoming", "gm0153")));
        Assert.Equal(0, (await igw.Run(Cancel, "audit", "verify", "GM0153")).ExitCode);
        Assert.Equal(0, (await igw.Run(Cancel, "audit", "verify")).ExitCode);
    }
}
