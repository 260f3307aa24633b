using System.CommandLine;
using System.Diagnostics;
using System.Net;
using Twente.Igw.Testing;

namespace Twente.Igw.Benchmarks;

/// <summary>
/// <c>roll</c>: every process that answers is replaced while pages are asked for, as a deployment does it: a new one
/// first, visitors go to it once it is ready, the old one hears that it must stop when nobody is sent to it any more.
/// Says how long that took and which answers failed.
/// </summary>
internal sealed class RollingRestart(ServedTown town, TimeSpan drain)
{
    private readonly List<(int Port, Running Process)> _behind = [];
    private readonly Durations _answers = new("pages while restarting");
    private readonly Dictionary<string, int> _failed = new(StringComparer.Ordinal);
    private int _next;

    public static Command Command()
    {
        var processes = new Option<int>("--processes") { Description = "That answer", DefaultValueFactory = _ => 2 };
        var rate = new Option<int>("--rate") { Description = "Pages a second", DefaultValueFactory = _ => 50 };
        var drain = new Option<double>("--drain")
        {
            Description = "Seconds between the last visitor sent to a process and the signal to stop",
            DefaultValueFactory = _ => 5,
        };
        var engine = EngineUnderTest.Option();
        var command = new Command("roll", "Replaces every process under load: duration, failed answers")
        {
            processes, rate, drain, engine,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var town = await ServedTown.Found(parsed.GetValue(engine), cancel);
            await new RollingRestart(town, TimeSpan.FromSeconds(parsed.GetValue(drain))).Run(
                parsed.GetValue(engine), parsed.GetValue(processes), parsed.GetValue(rate), cancel);
        });
        return command;
    }

    private async Task Run(Engine engine, int processes, int rate, CancellationToken cancel)
    {
        for (var number = 0; number < processes; number++)
            _behind.Add(await StartOne(cancel));
        await town.SignIn(_behind[0].Port, cancel);
        for (var warm = 0; warm < 100; warm++)
            await Ask();
        var report = new Report($"{engine}, roll: {processes} processes, {rate} pages a second");
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var offering = town.Offer(rate, Ask, Note, done.Token);
        var (rolled, starts) = (Stopwatch.GetTimestamp(), new Durations("start of a process to ready"));
        for (var number = 0; number < processes; number++)
            await Replace(starts, cancel);
        var took = Stopwatch.GetElapsedTime(rolled);
        await done.CancelAsync();
        await offering;

        report.Table(_answers, starts);
        report.Say($"{processes} processes replaced in {took.TotalSeconds:N1} s,");
        report.Say($"of which {drain.TotalSeconds:N1} s each for the proxy to hear of it;");
        report.Say($"{_failed.Values.Sum()} of {_answers.Count} answers failed");
        foreach (var (why, times) in _failed)
            report.Say($"  {times} × {why}");
        report.Close(town.Igw.Data);
    }

    private async Task Replace(Durations starts, CancellationToken cancel)
    {
        var began = Stopwatch.GetTimestamp();
        var fresh = await StartOne(cancel);
        starts.Add(Stopwatch.GetElapsedTime(began));
        Running old;
        lock (_behind)
        {
            old = _behind[0].Process;
            _behind.RemoveAt(0);
            _behind.Add(fresh);
        }
        await Task.Delay(drain, cancel);
        await old.Terminate(cancel);
    }

    /// <summary>A process is sent visitors once its own word is that it is ready.</summary>
    private async Task<(int Port, Running Process)> StartOne(CancellationToken cancel)
    {
        var port = ServedTown.FreePort();
        var process = town.Igw.Go("serve", "--no-work", "--urls", $"http://127.0.0.1:{port}");
        await process.Ready(cancel);
        using var client = new HttpClient();
        while (!(await client.GetAsync(new Uri($"http://127.0.0.1:{port}/health/ready"), cancel)).IsSuccessStatusCode)
            await Task.Delay(50, cancel);
        return (port, process);
    }

    private Task<HttpStatusCode?> Ask()
    {
        lock (_behind)
            return town.Ask("enschede", _behind[_next++ % _behind.Count].Port, CancellationToken.None);
    }

    private void Note(HttpStatusCode? status, TimeSpan took)
    {
        lock (_answers)
        {
            _answers.Add(took);
            if (status != HttpStatusCode.OK)
            {
                var why = status?.ToString() ?? "no answer";
                _failed[why] = _failed.GetValueOrDefault(why) + 1;
            }
        }
    }
}
