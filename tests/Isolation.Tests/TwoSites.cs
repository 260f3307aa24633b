using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Twente.Igw.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(Twente.Igw.Isolation.Tests.Sites))]

namespace Twente.Igw.Isolation.Tests;

/// <summary>The real program serving Enschede (31 burglaries) and Hengelo (47) on one address.</summary>
public sealed class TwoSites : IAsyncDisposable
{
    public const string Week = "van=2025-W10&tot=2025-W10";

    private readonly IgwProcess _igw = new();
    private readonly Slot? _slot;
    private readonly int _port;
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    private TwoSites(Slot? slot, int port) => (_slot, _port) = (slot, port);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<TwoSites> On(Engine engine)
    {
        var sites = new TwoSites(await Slot.Take(engine, Cancel), FreePort());
        foreach (var (name, value) in sites._slot?.Settings ?? [])
            sites._igw.Set(name, value);
        await sites.Do("migrate");
        await sites.Do("tenant", "add", "GM0153", "enschede", "Enschede");
        await sites.Do("tenant", "add", "GM0164", "hengelo", "Hengelo");
        await sites.Do("areas", "import", GeoPackageFile.Write(sites._igw.PathOf("gebieden.gpkg")));
        foreach (var (code, count) in ((string, int)[])[("GM0153", 31), ("GM0164", 47)])
            await sites.Do(
                "deliveries", "submit", code,
                WeekFile.Of("2025-W10", count, code).WriteTo(sites._igw.PathOf("in")));
        var serve = sites._igw.Go("serve", "--urls", $"http://127.0.0.1:{sites._port}");
        await serve.Ready(Cancel);
        Assert.False(serve.HasExited, serve.Errors);
        foreach (var (host, code) in ((string, string)[])[("enschede", "GM0153"), ("hengelo", "GM0164")])
        {
            using var analist = await SiteUser.Invited(sites._igw, sites._port, "analist", [code], Cancel);
            sites._cookies[$"{host}.localhost"] = await analist.CookieAt(host, Cancel);
        }
        return sites;
    }

    /// <summary>What a host answers her own analist on a path, with any further headers.</summary>
    public Task<string> Ask(string host, string path, params IEnumerable<string> headers)
    {
        string[] known = _cookies.TryGetValue(host, out var cookie) ? [$"Cookie: {cookie}"] : [];
        return Send(string.Join(
            "\r\n", [$"GET {path} HTTP/1.1", $"Host: {host}", "Connection: close", .. known, .. headers, "", ""]));
    }

    /// <summary>Sends these very bytes, which no well-behaved client would, and answers all that comes back.</summary>
    public async Task<string> Send(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _port, Cancel);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Cancel);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(Cancel);
    }

    public ValueTask DisposeAsync()
    {
        _igw.Dispose();
        _slot?.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task Do(params IReadOnlyList<string> arguments)
    {
        var result = await _igw.Run(Cancel, arguments);
        Assert.True(result.ExitCode == 0, $"{string.Join(' ', arguments)}: {result.Output}{result.Errors}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>The sites of each engine, started for the first test that needs them and shared by all.</summary>
public sealed class Sites : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Engine, Lazy<Task<TwoSites>>> _started = new();

    public Task<TwoSites> On(Engine engine) =>
        _started.GetOrAdd(engine, _ => new Lazy<Task<TwoSites>>(() => TwoSites.On(engine))).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var sites in _started.Values.Where(s => s.Value.IsCompletedSuccessfully))
            await (await sites.Value).DisposeAsync();
    }
}
