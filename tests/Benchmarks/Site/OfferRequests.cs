using System.CommandLine;
using System.Diagnostics;

namespace Twente.Igw.Benchmarks;

/// <summary>
/// <c>offer</c>: offers a running site a constant rate, whether it keeps up or not. Each request is timed from the
/// moment it was due, so that a site that halts is not spared the requests that would have come meanwhile.
/// </summary>
internal sealed class OfferRequests(IReadOnlyList<Uri> urls, int rate)
{
    private readonly Durations _all = new("all");
    private readonly Dictionary<Uri, Durations> _perUrl =
        urls.Distinct().ToDictionary(u => u, u => new Durations(u.AbsoluteUri));

    private readonly Dictionary<string, int> _failed = new(StringComparer.Ordinal);

    public static Command Command()
    {
        var rate = new Option<int>("--rate") { Description = "Requests a second", DefaultValueFactory = _ => 500 };
        var seconds = new Option<int>("--seconds") { Description = "How long", DefaultValueFactory = _ => 30 };
        var urls = new Argument<string[]>("urls")
        {
            Description = "In turn, such as http://enschede.localhost:5080/; any host name reaches this machine",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("offer", "Offers a running site a constant rate, a mix of addresses in turn")
        {
            rate, seconds, urls,
        };
        command.SetAction((parsed, cancel) =>
        {
            Uri[] mix = [.. parsed.GetValue(urls)!.Select(url => new Uri(url))];
            return new OfferRequests(mix, parsed.GetValue(rate))
                .Run(TimeSpan.FromSeconds(parsed.GetValue(seconds)), cancel);
        });
        return command;
    }

    private async Task Run(TimeSpan length, CancellationToken cancel)
    {
        using var site = LoopbackSite.Connect();
        foreach (var url in _perUrl.Keys)
            (await site.GetAsync(url, cancel)).Dispose();
        var report = new Report($"offer: {rate} requests a second for {length.TotalSeconds} s");
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Offer(site, length, cancel));
        var took = Stopwatch.GetElapsedTime(began);

        report.Table([_all, .. _perUrl.Values]);
        report.Say($"{_all.Count / took.TotalSeconds:N0} answers a second; failed: {_failed.Values.Sum()}");
        foreach (var (why, times) in _failed)
            report.Say($"  {times} × {why}");
        report.Close(folder: null);
    }

    private List<Task> Offer(HttpClient site, TimeSpan length, CancellationToken cancel)
    {
        var began = Stopwatch.GetTimestamp();
        var total = (int)(rate * length.TotalSeconds);
        var asked = new List<Task>(total);
        while (asked.Count < total && !cancel.IsCancellationRequested)
        {
            var due = began + (long)(asked.Count * (double)Stopwatch.Frequency / rate);
            if (due <= Stopwatch.GetTimestamp())
                asked.Add(Ask(site, urls[asked.Count % urls.Count], due, cancel));
            else
                Thread.Sleep(1);
        }
        return asked;
    }

    private async Task Ask(HttpClient site, Uri url, long due, CancellationToken cancel)
    {
        string? failed = null;
        try
        {
            // Off the thread that keeps the rate.
            await Task.Yield();
            using var answer = await site.GetAsync(url, cancel);
            failed = answer.IsSuccessStatusCode ? null : $"{(int)answer.StatusCode} {url}";
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            failed = $"{failure.GetType().Name} {url}";
        }
        Note(url, Stopwatch.GetElapsedTime(due), failed);
    }

    private void Note(Uri url, TimeSpan took, string? failed)
    {
        lock (_all)
        {
            _all.Add(took);
            _perUrl[url].Add(took);
            if (failed is not null)
                _failed[failed] = _failed.GetValueOrDefault(failed) + 1;
        }
    }
}
