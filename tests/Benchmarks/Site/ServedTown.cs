using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Twente.Igw.Testing;

namespace Twente.Igw.Benchmarks;

/// <summary>
/// Enschede and Hengelo on one platform, with two years of weeks, and an analist of both: what a site is asked with.
/// </summary>
internal sealed class ServedTown : IAsyncDisposable
{
    private const int Weeks = 104;

    private readonly HttpClient _site = LoopbackSite.Connect();
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);
    private int _asked;

    private ServedTown(IgwProcess igw) => Igw = igw;

    public IgwProcess Igw { get; }

    public static async Task<ServedTown> Found(Engine engine, CancellationToken cancel)
    {
        var town = new ServedTown(await IgwProcess.On(engine));
        var igw = town.Igw;
        await Done(igw, cancel, "migrate");
        await Done(igw, cancel, "tenant", "add", "GM0153", "enschede", "Enschede");
        await Done(igw, cancel, "tenant", "add", "GM0164", "hengelo", "Hengelo");
        await Done(igw, cancel, "areas", "import", GeoPackageFile.Write(igw.PathOf("gebieden.gpkg")));
        foreach (var gemeente in (string[])["GM0153", "GM0164"])
        {
            var weeks = WeekFile.Series("2023-W01", [.. Enumerable.Range(0, Weeks).Select(w => 20 + (w * 7) % 11)]);
            var file = weeks with
            {
                Municipality = gemeente,
                Rows = [.. weeks.Rows.Select(r => r.Replace("0153", gemeente[2..], StringComparison.Ordinal))],
            };
            await Done(igw, cancel, "deliveries", "submit", gemeente, file.WriteTo(igw.PathOf("in")));
        }
        return town;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Signs an analist in on both hosts of a running site.</summary>
    public async Task SignIn(int port, CancellationToken cancel)
    {
        using var analist = await SiteUser.Invited(Igw, port, "analist", ["GM0153", "GM0164"], cancel);
        foreach (var host in (string[])["enschede", "hengelo"])
            _cookies[host] = await analist.CookieAt(host, cancel);
    }

    /// <summary>Asks for an overview that nobody asked for before, so that it is made.</summary>
    /// <returns>The status; null when no answer came.</returns>
    public async Task<HttpStatusCode?> Ask(string host, int port, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get, $"http://{host}.localhost:{port}/?keer={Interlocked.Increment(ref _asked)}");
        request.Headers.Add("Cookie", _cookies[host]);
        try
        {
            using var answer = await _site.SendAsync(request, cancel);
            await answer.Content.ReadAsByteArrayAsync(cancel);
            return answer.StatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException || !cancel.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Asks at a constant rate until stopped; answers are timed from the moment a request was due.</summary>
    public async Task Offer(
        int rate, Func<Task<HttpStatusCode?>> ask, Action<HttpStatusCode?, TimeSpan> note, CancellationToken stop)
    {
        var (began, asked) = (Stopwatch.GetTimestamp(), new List<Task>());
        while (!stop.IsCancellationRequested)
        {
            var due = began + (long)(asked.Count * (double)Stopwatch.Frequency / rate);
            var wait = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, CancellationToken.None);
            asked.Add(Task.Run(
                async () => note(await ask(), Stopwatch.GetElapsedTime(due)), CancellationToken.None));
        }
        await Task.WhenAll(asked);
    }

    public ValueTask DisposeAsync()
    {
        _site.Dispose();
        Igw.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task Done(IgwProcess igw, CancellationToken cancel, params string[] arguments)
    {
        var result = await igw.Run(cancel, arguments);
        if (result.ExitCode != 0)
            throw new InvalidOperationException($"igw {string.Join(' ', arguments)}: {result.Output}{result.Errors}");
    }
}
