using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Web.Tests.Pages;

/// <summary>The tests that look at one running site from outside.</summary>
[CollectionDefinition(nameof(Site))]
public sealed class OneSite : ICollectionFixture<Site>;

/// <summary>
/// One running site: Enschede and Hengelo with years of figures, a refused and a held delivery, Borne with weeks on
/// two divisions, and Almelo, where nothing came in yet. A test that changes something delivers weeks of its own.
/// </summary>
public sealed class Site : IAsyncLifetime
{
    private readonly IgwProcess _igw = new();
    private readonly int _port = FreePort();
    private readonly SemaphoreSlim _starting = new(1);
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _tokens = new(StringComparer.Ordinal);
    private Chromium? _chromium;
    private SiteUser? _analyst;

    private static readonly string[] Hosts = ["enschede", "hengelo", "almelo", "borne"];

    /// <summary>Its division changed with 2025.</summary>
    internal static readonly InventedMunicipality Borne = new("GM0147", "Borne");

    /// <summary>The host of suppliers, on which somebody of the police is signed in.</summary>
    internal const string Suppliers = "aanleveren";

    internal const long Accepted = 4;

    internal const long Refused = 5;

    internal const long Held = 6;

    /// <summary>Name of Enschede's mapping.</summary>
    internal const string Mapped = "politie-export";

    /// <summary>Where its mail goes.</summary>
    internal MailServer Mail { get; } = new();

    public async ValueTask InitializeAsync()
    {
        // A proxy that does TLS may stand before it; tests are that proxy when they say so.
        _igw.Set("Igw:Web:Proxies:0", "127.0.0.1");
        // One address asks all questions here, as fast as it can.
        _igw.Set("Igw:Web:RequestsPerSecond", "0");
        _igw.Set("Igw:Identity:AttemptsPerMinute", "100000");
        foreach (var (name, value) in Mail.Settings)
            _igw.Set(name, value);
        foreach (var (code, name) in new[]
        {
            ("GM0153", "Enschede"), ("GM0164", "Hengelo"), ("GM0141", "Almelo"), (Borne.Code, Borne.Name),
        })
            await Run(0, "tenant", "add", code, name.ToLowerInvariant(), name);
        var map = KeyFigureFile.AddTo(GeoPackageFile.Write(_igw.PathOf("gebieden.gpkg")));
        await Run(0, "areas", "import", map);
        await Run(0, "keyfigures", "import", map, "--year", "2021");
        var (enschede, hengelo) = (GeoPackageFile.EnschedeAndHengelo[0], GeoPackageFile.EnschedeAndHengelo[1]);
        var wrong = WeekFile.Of("2025-W45", 5) with { Rows = ["onzin", "2025-W45;2021;BU01530000;1.1.1;1;nacht;=1+1"] };
        await Deliver(2, [.. SiteHistory.Of(enschede), wrong]);
        await Deliver(3, WeekFile.Of("2025-W45", 900));
        await Deliver(0, [.. SiteHistory.Of(hengelo)]);
        await File.WriteAllTextAsync(_igw.PathOf("vertaling.json"), SupplierExport.Mapping.ToJson(), Cancel);
        await Run(0, "mappings", "add", "GM0153", Mapped, "--mapping", _igw.PathOf("vertaling.json"));
        await Run(0, "mappings", "activate", "GM0153", Mapped);
        await AddBorne();
        await PublishForRegion();
        var serve = _igw.Go("serve", "--urls", $"http://127.0.0.1:{_port}");
        await serve.Ready(Cancel);
        Assert.False(serve.HasExited, serve.Errors);
        _analyst = await SiteUser.Invited(_igw, _port, "analist", ["GM0153", "GM0164", "GM0141", Borne.Code], Cancel);
        foreach (var host in Hosts)
            _cookies[host] = await _analyst.CookieAt(host, Cancel);
        using var operates = await SiteUser.Invited(_igw, _port, "platformbeheerder", [], Cancel);
        _cookies["beheer"] = await operates.CookieAt("beheer", Cancel);
        using var coordinates = await SiteUser.Invited(_igw, _port, "regiocoordinator", [], Cancel);
        _cookies["regio"] = await coordinates.CookieAt("regio", Cancel);
        using var delivers = await SiteUser.Invited(_igw, _port, "leverancier", ["politie"], Cancel);
        _cookies[Suppliers] = await delivers.CookieAt(Suppliers, Cancel);
    }

    /// <summary>Enschede published for the region, Hengelo approved nothing, Borne takes no part.</summary>
    private async Task PublishForRegion()
    {
        await Run(
            0, "region", "decide", "--from", "2024-01", "--members", "GM0153", "GM0164", Borne.Code, "--text",
            "Besluit van de drie gemeenten.");
        await Run(0, "region", "accept", "GM0153");
        await Run(0, "region", "accept", "GM0164");
        await Run(0, "region", "propose", "GM0153");
        await Run(0, "region", "propose", "GM0164");
        await Run(0, "region", "approve", "GM0153", "1", "--note", "Vooral fietsen, door een nieuw meldpunt.");
    }

    /// <summary>Two divisions, weeks on both, and a proposal that nobody judged yet.</summary>
    private async Task AddBorne()
    {
        await Run(0, "areas", "import", GeoPackageFile.Write(_igw.PathOf("oud.gpkg"), 2021, [Borne]));
        await Run(0, "areas", "import", GeoPackageFile.WriteChanged(_igw.PathOf("nieuw.gpkg"), 2025, [Borne]));
        await Deliver(
            0, SiteHistory.File(Borne, "2024-W01", "2024-W52"), SiteHistory.File(Borne, "2025-W01", "2025-W20") with
            {
                Rows = [.. SiteHistory.File(Borne, "2025-W01", "2025-W20").Rows.Select(SiteHistory.OnChangedDivision)],
            });
        await Run(0, "areas", "crosswalk", "propose", Borne.Code, "2021", "2025");
    }

    /// <summary>Writes a file beside the running site and answers its path.</summary>
    internal string Write(string name, string text)
    {
        File.WriteAllText(_igw.PathOf(name), text);
        return _igw.PathOf(name);
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
            await _chromium.DisposeAsync();
        _analyst?.Dispose();
        _igw.Dispose();
        await Mail.DisposeAsync();
        _starting.Dispose();
    }

    internal string Address(string path, string host = "enschede") => $"http://{host}.localhost:{_port}{path}";

    /// <summary>
    /// A client without a browser, of an analist of all gemeenten: it keeps cookies and follows nothing by itself.
    /// </summary>
    internal HttpClient Client(string host = "enschede", bool signedIn = true)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, ConnectCallback = SiteUser.To(_port) };
        var client = new HttpClient(handler) { BaseAddress = new Uri(Address("/", host)) };
        if (signedIn && _cookies.TryGetValue(host, out var cookie))
            client.DefaultRequestHeaders.Add("Cookie", cookie);
        return client;
    }

    /// <summary>Somebody else on the same site.</summary>
    internal Task<SiteUser> Invite(string role, params IReadOnlyList<string> at) =>
        SiteUser.Invited(_igw, _port, role, at, Cancel);

    /// <summary>Somebody whom the platform does not know.</summary>
    internal SiteUser Stranger() => SiteUser.Stranger(_port);

    /// <summary>A token of a program that delivers for a supplier.</summary>
    internal async Task<string> ProgramToken(string supplier)
    {
        await _starting.WaitAsync(Cancel);
        try
        {
            if (_tokens.TryGetValue(supplier, out var known))
                return known;
            var secret = (await Run(0, "client", "add", $"{supplier}-export", "--supplier", supplier)).Output.Trim();
            using var client = Client("id", signedIn: false);
            using var asked = new FormUrlEncodedContent(
            [
                new("grant_type", "client_credentials"), new("scope", "leveringen"),
                new("client_id", $"{supplier}-export"), new("client_secret", secret),
            ]);
            using var answer = await client.PostAsync(new Uri("/verbinden/token", UriKind.Relative), asked, Cancel);
            var text = await answer.Content.ReadAsStringAsync(Cancel);
            Assert.True(answer.IsSuccessStatusCode, text);
            return _tokens[supplier] = JsonDocument.Parse(text).RootElement.GetProperty("access_token").GetString()!;
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>Chromium, started for the first test that needs it.</summary>
    internal async Task<Chromium> Browser()
    {
        await _starting.WaitAsync(Cancel);
        try
        {
            return _chromium ??= await Chromium.Start(_cookies);
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>Delivers a file of Enschede beside the running site, and answers its number.</summary>
    internal async Task<long> Submit(WeekFile file, int exitCode = 0)
    {
        var result = await Run(
            exitCode, "deliveries", "submit", file.Municipality, file.WriteTo(_igw.PathOf("in")), "--json");
        return JsonDocument.Parse(result.Output).RootElement.GetProperty("number").GetInt64();
    }

    /// <summary>Where the page of an agreement is.</summary>
    internal async Task<string> AgreementPath(string contract, string gemeente = "GM0153")
    {
        var result = await Run(0, "agreements", "list", gemeente, "--json");
        var id = JsonDocument.Parse(result.Output).RootElement.EnumerateArray()
            .Single(a => a.GetProperty("contract").GetString() == contract).GetProperty("id").GetString();
        return $"/leveringen/afspraken/{id}";
    }

    /// <summary>Whether a text lies anywhere in the data folder of the site.</summary>
    internal bool Keeps(string text) => Directory
        .EnumerateFiles(_igw.PathOf("tenants"), "*", SearchOption.AllDirectories)
        .Any(file => File.ReadAllText(file).Contains(text, StringComparison.Ordinal));

    /// <summary>Runs a verb beside the running site and holds it to its exit code.</summary>
    internal async Task<IgwProcess.Result> Run(int exitCode, params IReadOnlyList<string> arguments)
    {
        var result = await _igw.Run(Cancel, arguments);
        Assert.True(result.ExitCode == exitCode, $"{string.Join(' ', arguments)}: {result.Output}{result.Errors}");
        return result;
    }

    /// <summary>Subjects of the lines in the gemeente's audit chain with this event, oldest first.</summary>
    internal Task<IReadOnlyList<string>> Recorded(string what) =>
        AuditLines.Read(_igw.PathOf("tenants", "gm0153", "tenant.db"), what);

    /// <summary>The same of the platform's own chain.</summary>
    internal Task<IReadOnlyList<string>> RecordedByPlatform(string what) =>
        AuditLines.Read(_igw.PathOf("catalogue.db"), what);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task<IgwProcess.Result> Deliver(int exitCode, params IReadOnlyList<WeekFile> files) => Run(
        exitCode,
        ["deliveries", "submit", files[0].Municipality, .. files.Select(f => f.WriteTo(_igw.PathOf("in")))]);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
