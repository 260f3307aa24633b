using System.Net;
using System.Net.Sockets;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Web.Tests.Hosting;

public sealed class ServeTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly IgwProcess _igw = new();

    [Theory]
    [InlineData("http://0.0.0.0:5999")]
    [InlineData("http://*:5999")]
    [InlineData("http://[::]:5999")]
    [InlineData("http://192.0.2.1:5999")]
    [InlineData("http://localhost:5998;http://0.0.0.0:5999")]
    public async Task Without_TLS_the_site_listens_on_this_machine_only(string urls)
    {
        var result = await _igw.Run(Cancel, "serve", "--urls", urls);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("alleen over https", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("192.0.2.0/24", false)]
    [InlineData(null, false)]
    public async Task Only_a_known_proxy_is_believed_about_TLS(string? proxy, bool isBelieved)
    {
        if (proxy is not null)
            _igw.Set("Igw:Web:Proxies:0", proxy);
        var (client, _) = await Serve();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/.well-known/security.txt");
        request.Headers.Host = "enschede.localhost";
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "hengelo.localhost");

        using var response = await client.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(
            isBelieved ? ["max-age=31536000; includeSubDomains"] : [],
            response.Headers.TryGetValues("Strict-Transport-Security", out var policy) ? policy : []);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/health/answers")]
    public async Task Health_answers_on_any_host(string path)
    {
        var (client, _) = await Serve();

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(path, UriKind.Relative), Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("almelo.localhost")]
    [InlineData("enschede.example.nl")]
    [InlineData("a.enschede.localhost")]
    [InlineData("localhost")]
    [InlineData("gm0153.localhost")]
    public async Task An_unknown_host_gets_a_404_that_names_no_tenant(string host)
    {
        var (client, _) = await Serve();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = host;

        var response = await client.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.DoesNotContain("nschede", await response.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));
    }

    public void Dispose() => _igw.Dispose();

    private async Task<(HttpClient Client, Running Serve)> Serve()
    {
        await _igw.Run(Cancel, "tenant", "add", "GM0153", "enschede", "Enschede");
        var url = $"http://127.0.0.1:{FreePort()}";
        var serve = _igw.Go("serve", "--urls", url);
        await serve.Ready(Cancel);
        Assert.False(serve.HasExited, serve.Errors);
        return (new HttpClient { BaseAddress = new Uri(url) }, serve);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
