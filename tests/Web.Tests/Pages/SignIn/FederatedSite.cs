using System.Net;
using System.Net.Sockets;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Web.Tests.Pages;

/// <summary>A running site: Enschede's people are signed in by her own provider, Hengelo's by the platform.</summary>
internal sealed class FederatedSite : IAsyncDisposable
{
    public const string Analysts = "groep-analisten";
    public const string Officers = "groep-privacy";

    private FederatedSite(IgwProcess igw, GemeenteProvider provider, int port) =>
        (Igw, Provider, Port) = (igw, provider, port);

    public IgwProcess Igw { get; }

    public GemeenteProvider Provider { get; }

    public int Port { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<FederatedSite> Start()
    {
        var (igw, port) = (new IgwProcess(), FreePort());
        // Everybody comes from one address here.
        igw.Set("Igw:Identity:AttemptsPerMinute", "100000");
        await igw.AddEnschede(Cancel);
        await igw.Run(Cancel, "tenant", "add", "GM0164", "hengelo", "Hengelo");
        var site = new FederatedSite(igw, await GemeenteProvider.Start(FreePort()), port);
        await site.Set();
        var serve = igw.Go("serve", "--no-work", "--urls", $"http://127.0.0.1:{port}");
        await serve.Ready(Cancel);
        Assert.False(serve.HasExited, serve.Errors);
        return site;
    }

    /// <summary>Gives Enschede her provider, or changes it.</summary>
    public async Task Set()
    {
        await File.WriteAllTextAsync(Igw.PathOf("geheim.txt"), GemeenteProvider.Secret + "\n", Cancel);
        var set = await Igw.Run(
            Cancel, "tenant", "federation", "set", "GM0153", "--authority", Provider.Authority, "--tid",
            GemeenteProvider.Organisation, "--client-id", GemeenteProvider.ClientId, "--secret-file",
            Igw.PathOf("geheim.txt"), "--group", $"{Analysts}=analist", "--group", $"{Officers}=privacy-officer");
        Assert.True(set.ExitCode == 0, set.Output + set.Errors);
    }

    /// <summary>Comes from Enschede's site and chooses the account of the gemeente.</summary>
    public async Task<(HttpStatusCode Status, string Page, string Host)> SignIn(SiteUser visitor, Employee who)
    {
        Provider.AtTheDesk = who;
        using var shown = await visitor.Follow(new Uri($"http://enschede.localhost:{Port}/leveringen"), Cancel);
        var back = Uri.EscapeDataString(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(
            shown.RequestMessage!.RequestUri!.Query)["terug"].ToString());
        using var page = await visitor.Follow(
            new Uri($"http://id.localhost:{Port}/aanmelden/gemeente/gm0153?terug={back}"), Cancel);
        return (page.StatusCode, WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(Cancel)),
            page.RequestMessage!.RequestUri!.Host);
    }

    public async Task<HttpStatusCode> Ask(SiteUser visitor, string path, string host = "enschede")
    {
        using var page = await visitor.Follow(new Uri($"http://{host}.localhost:{Port}{path}"), Cancel);
        return page.RequestMessage!.RequestUri!.Host == $"{host}.localhost" ? page.StatusCode : HttpStatusCode.Found;
    }

    public async ValueTask DisposeAsync()
    {
        await Provider.DisposeAsync();
        Igw.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
