using System.Net;
using System.Net.Sockets;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Web.Tests.Telemetry;

/// <summary>
/// A site that tells a collector how it does, on which happens what is measured: a delivery, a failed sign-in, a
/// refused look and an invitation.
/// </summary>
public sealed class MeasuredSite : IAsyncLifetime
{
    private readonly IgwProcess _igw = new();
    private Collector? _collector;

    internal Collector Collector => _collector ?? throw new InvalidOperationException("Not started.");

    /// <summary>The secret that is part of the address of an invitation.</summary>
    internal const string Secret = "eengeheimdatnietweglekt";

    public async ValueTask InitializeAsync()
    {
        var cancel = TestContext.Current.CancellationToken;
        _collector = await Collector.Start(cancel);
        await _igw.AddEnschede(cancel);
        _igw.Set("Igw:Telemetry:Endpoint", _collector.Address.ToString());
        _igw.Set("Igw:Telemetry:Protocol", "Http");
        _igw.Set("Igw:Telemetry:Every", "00:00:00.300");
        _igw.Set("Igw:Telemetry:Traced", "1");
        var port = FreePort();
        var serve = _igw.Go("serve", "--urls", $"http://127.0.0.1:{port}");
        await serve.Ready(cancel);
        Assert.False(serve.HasExited, serve.Errors);
        WeekFile.Of("2025-W45", 5).WriteTo(_igw.PathOf("drop", "gm0153"));
        await Happen(port, cancel);
        await Sent(cancel);
    }

    public async ValueTask DisposeAsync()
    {
        _igw.Dispose();
        if (_collector is not null)
            await _collector.DisposeAsync();
    }

    private async Task Happen(int port, CancellationToken cancel)
    {
        using var reader = await SiteUser.Invited(_igw, port, "analist", ["GM0153"], cancel);
        await reader.CookieAt("enschede", cancel);
        using var refused = await reader.Follow(new Uri($"http://enschede.localhost:{port}/beheer/gebruikers"), cancel);
        using var stranger = SiteUser.Stranger(port);
        using var unknown = await stranger.Follow(
            new Uri($"http://id.localhost:{port}/uitnodiging/{Secret}?naam={Secret}"), cancel);
        var page = new Uri($"http://id.localhost:{port}/aanmelden");
        using var failed = await stranger.Post(
            page, page, [new("mail", "x@voorbeeld.example"), new("wachtwoord", Secret), new("terug", "/")], cancel);
    }

    /// <summary>Waits until the slowest of all has come in: figures that became visible, and were looked at.</summary>
    private async Task Sent(CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (!Collector.Names.Contains("igw_version_age_seconds") || Collector.Traces.Length == 0)
            await Task.Delay(100, patience.Token);
        await Task.Delay(700, patience.Token);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
