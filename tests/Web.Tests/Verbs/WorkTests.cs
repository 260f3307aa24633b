using System.Text.Json;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Web.Tests.Verbs;

public sealed class WorkTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly IgwProcess _igw = new();

    [Fact]
    public async Task A_dropped_file_becomes_figures_while_another_process_reads_and_submits()
    {
        await _igw.AddEnschede(Cancel);
        var work = _igw.Go("work");
        await work.Ready(Cancel);

        WeekFile.Of("2025-W10", 5).WriteTo(_igw.PathOf("drop", "gm0153"));
        await _igw.Run(Cancel, "deliveries", "submit", "GM0153", WeekFile.Of("2025-W11", 6).WriteTo(_igw.PathOf("in")));

        await Until(async () => await Total("2025-W10", "2025-W11") == 11);
        Assert.False(work.HasExited, work.Errors);
    }

    [Fact]
    public async Task Work_killed_at_any_moment_is_taken_up_by_the_next_and_no_reader_sees_a_part()
    {
        await _igw.AddEnschede(Cancel);
        // Three weeks in a file: a reader must see none of them or all of them.
        var files = Enumerable.Range(0, 6).Select(n =>
            WeekFile.Series($"2025-W{(3 * n) + 10:00}", 1, 1, 1)).ToList();
        foreach (var file in files)
        {
            var work = _igw.Go("work");
            await work.Ready(Cancel);
            file.WriteTo(_igw.PathOf("drop", "gm0153"));
            await Task.Delay(Random.Shared.Next(200, 1800), Cancel);
            await work.Kill(Cancel);
            Assert.Contains(await Total(file.First.ToString(), file.Last.ToString()), new int?[] { null, 3 });
        }

        var last = _igw.Go("work");
        await last.Ready(Cancel);

        await Until(async () => await Total("2025-W10", "2025-W27") == 18);
        // Each original with its note.
        Assert.Equal(12, Directory.GetFiles(_igw.PathOf("archive", "gm0153")).Length);
        Assert.Empty(Directory.GetFiles(_igw.PathOf("incoming", "gm0153")));
        Assert.Equal(0, (await _igw.Run(Cancel, "audit", "verify", "GM0153")).ExitCode);
    }

    [Fact]
    public async Task Work_stops_in_peace_when_asked()
    {
        var work = _igw.Go("work");
        await work.Ready(Cancel);

        await work.Terminate(Cancel);

        Assert.Equal(0, work.ExitCode);
    }

    public void Dispose() => _igw.Dispose();

    private async Task<int?> Total(string from, string to)
    {
        var result = await _igw.Run(Cancel, "figures", "GM0153", "--from", from, "--to", to, "--json");
        Assert.True(result.ExitCode == 0, result.Errors);
        var count = JsonDocument.Parse(result.Output).RootElement.GetProperty("rijen")[0].GetProperty("aantal");
        return count.ValueKind == JsonValueKind.Null ? null : count.GetInt32();
    }

    private static async Task Until(Func<Task<bool>> isTrue)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        while (!await isTrue())
            await Task.Delay(200, patience.Token);
    }
}
