using System.CommandLine;
using System.Net;
using System.Text;
using Twente.Igw.Figures;
using Twente.Igw.Testing;

namespace Twente.Igw.Benchmarks;

/// <summary>
/// <c>neighbour</c> (F11): one gemeente delivers years at once and has her pages asked for as fast as they come, while
/// another is read at an ordinary rate. Says how much longer the reader waits. One process answers and works, with the
/// limits it always has; client and site share the machine.
/// </summary>
internal sealed class NoisyNeighbour(ServedTown town, int port, int rate)
{
    private const int Hammers = 16;
    private const int Weeks = 600;

    private static readonly string[] Neighbourhoods = ["0000", "0001", "0002", "0100", "0101", "0102"];
    private static readonly string[] Classes = [.. DefaultCategories.Tree.Classes.Select(c => c.Code.Code)];
    private static readonly string[] Dayparts = ["", "nacht", "ochtend", "middag", "avond"];

    public static Command Command()
    {
        var megabytes = new Option<int>("--megabytes")
        {
            Description = "Of the delivery",
            DefaultValueFactory = _ => 60,
        };
        var seconds = new Option<int>("--seconds") { Description = "Of reading alone", DefaultValueFactory = _ => 20 };
        var rate = new Option<int>("--rate") { Description = "Pages a second", DefaultValueFactory = _ => 20 };
        var engine = EngineUnderTest.Option();
        var command = new Command("neighbour", "One gemeente backfills and is hammered while another is read (F11)")
        {
            megabytes, seconds, rate, engine,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var town = await ServedTown.Found(parsed.GetValue(engine), cancel);
            var port = ServedTown.FreePort();
            await town.Igw.Go("serve", "--urls", $"http://127.0.0.1:{port}").Ready(cancel);
            await town.SignIn(port, cancel);
            await new NoisyNeighbour(town, port, parsed.GetValue(rate)).Run(
                parsed.GetValue(engine), parsed.GetValue(megabytes), parsed.GetValue(seconds), cancel);
        });
        return command;
    }

    private async Task Run(Engine engine, int megabytes, int seconds, CancellationToken cancel)
    {
        var report = new Report(
            $"{engine}, neighbour: {megabytes} MB and {Hammers} hammers beside {rate} pages a second");
        await Read(new Durations("warming up"), new Answers(), After(TimeSpan.FromSeconds(5), cancel));
        var (alone, beside, besideHammer) = (
            new Durations("reader alone"), new Durations("beside a backfill"),
            new Durations("beside backfill and hammers"));
        var answers = new Answers();
        await Read(alone, answers, After(TimeSpan.FromSeconds(seconds), cancel));
        foreach (var (line, hammers) in new[] { (beside, 0), (besideHammer, Hammers) })
        {
            var file = Write(megabytes, hammers);
            using var done = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            var hammering = Enumerable.Range(0, hammers).Select(_ => Hammer(done.Token)).ToList();
            var reading = Read(line, answers, done.Token);
            var delivered = await town.Igw.Run(cancel, "deliveries", "submit", "GM0164", file);
            await done.CancelAsync();
            await Task.WhenAll([reading, .. hammering]);
            var hit = (await Task.WhenAll(hammering)).Sum();
            report.Say($"the delivery ended with code {delivered.ExitCode}; {hit} answers to hammers");
        }
        report.Table(alone, beside, besideHammer);
        var usual = alone.At(0.95);
        report.Say($"p95 beside a backfill {beside.At(0.95) / usual:N2} ×");
        report.Say($"p95 with hammers {besideHammer.At(0.95) / usual:N2} ×");
        report.Say($"of the reader's requests {answers.Failed} of {answers.All} failed");
        report.Close(town.Igw.Data);
    }

    private Task Read(Durations line, Answers answers, CancellationToken stop) => town.Offer(
        rate, () => town.Ask("enschede", port, CancellationToken.None), (status, took) =>
        {
            lock (line)
            {
                line.Add(took);
                answers.Note(status);
            }
        }, stop);

    private async Task<int> Hammer(CancellationToken stop)
    {
        var asked = 0;
        for (; !stop.IsCancellationRequested; asked++)
            await town.Ask("hengelo", port, CancellationToken.None);
        return asked;
    }

    /// <summary>Rows of every class, neighbourhood, weekday and daypart, until it is large enough.</summary>
    private string Write(int megabytes, int number)
    {
        var (rows, bytes, weeks) = (new List<string>(), 0L, IsoWeeks());
        var keys = from category in Classes
                   from neighbourhood in Neighbourhoods
                   from daypart in Dayparts
                   from weekday in Enumerable.Range(1, 7)
                   from week in weeks
                   select $"{week};2021;BU0164{neighbourhood};{category};{weekday};{daypart};{1 + number % 3}";
        foreach (var row in keys.TakeWhile(_ => bytes < megabytes * 1_000_000L))
        {
            rows.Add(row);
            bytes += row.Length + 1;
        }
        return File(rows, weeks);
    }

    private string File(List<string> rows, IReadOnlyList<string> weeks)
    {
        Directory.CreateDirectory(town.Igw.PathOf("in"));
        var path = town.Igw.PathOf("in", $"politie-week_GM0164_{weeks[0]}_{weeks[^1]}.csv");
        System.IO.File.WriteAllLines(path, rows.Prepend(WeekFile.Header), new UTF8Encoding(false));
        return path;
    }

    private static IReadOnlyList<string> IsoWeeks()
    {
        var first = new DateOnly(2011, 1, 3);
        return
        [
            .. Enumerable.Range(0, Weeks).Select(w => first.AddDays(7 * w).ToDateTime(TimeOnly.MinValue))
                .Select(day => $"{ISOWeek.GetYear(day)}-W{ISOWeek.GetWeekOfYear(day):00}"),
        ];
    }

    private static CancellationToken After(TimeSpan time, CancellationToken cancel)
    {
        var source = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        source.CancelAfter(time);
        return source.Token;
    }

    private sealed class Answers
    {
        public int All { get; private set; }

        public int Failed { get; private set; }

        public void Note(HttpStatusCode? status)
        {
            All++;
            if (status != HttpStatusCode.OK)
                Failed++;
        }
    }
}
