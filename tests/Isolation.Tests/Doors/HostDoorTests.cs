using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Isolation.Tests.Doors;

/// <summary>The door of the web: the host name decides, and nothing a caller adds changes whose figures come.</summary>
public abstract class HostDoorTests(Engine engine, Sites all)
{
    private const string Enschede = "enschede.localhost";
    private const string Hengelo = "hengelo.localhost";

    private static readonly string[] Paths =
    [
        "/", "/buurten", "/leveringen", "/leveringen/1", "/definities",
        "/api/v1/gebieden", "/api/v1/leveringen", "/api/v1/leveringen/1",
        $"/api/v1/cijfers?niveau=gemeente&categorie=totaal&{TwoSites.Week}",
        $"/csv/cijfers?niveau=gemeente&categorie=totaal&{TwoSites.Week}",
    ];

    /// <summary>Headers by which proxies, and those who pretend to be one, say another host.</summary>
    private static readonly string[] Claims =
    [
        $"X-Forwarded-Host: {Hengelo}", $"Forwarded: host={Hengelo};proto=https", $"X-Host: {Hengelo}",
        $"X-Original-Host: {Hengelo}", $"X-Forwarded-Server: {Hengelo}", "X-Tenant: GM0164", "X-Tenant-Id: GM0164",
        "X-Original-URL: /api/v1/leveringen", $"Origin: http://{Hengelo}", $"Referer: http://{Hengelo}/",
    ];

    [Fact]
    public async Task Each_host_answers_for_its_own_gemeente_whatever_else_is_claimed()
    {
        var sites = await all.On(engine);
        foreach (var path in Paths)
        {
            // Asked there first, so that whatever is remembered is remembered.
            NothingOf("Enschede", "0153", 31, await sites.Ask(Hengelo, path));
            NothingOf("Hengelo", "0164", 47, await sites.Ask(Enschede, path));
            foreach (var claim in Claims)
                NothingOf("Hengelo", "0164", 47, await sites.Ask(Enschede, path, claim));
        }
        Assert.Contains("47", await sites.Ask(Hengelo, Paths[8]), StringComparison.Ordinal);
        Assert.Contains("31", await sites.Ask(Enschede, Paths[8]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_malformed_or_foreign_host_gets_nothing_of_anybody()
    {
        var sites = await all.On(engine);
        string[] hosts =
        [
            "", "localhost", "127.0.0.1", "almelo.localhost", "gm0153.localhost", "enschede", "enschede.example.nl",
            "a.enschede.localhost", "enschede.localhost.hengelo.localhost", "enschede.localhost@hengelo.localhost",
            "hengelo.localhost/enschede.localhost", "beheer.localhost", "regio.localhost", "id.localhost",
            "aanleveren.localhost", "www.localhost", "%65nschede.localhost", "enschede\tlocalhost",
        ];
        foreach (var host in hosts)
            foreach (var path in Paths)
            {
                var answer = await sites.Ask(host, path);
                NothingOf("Enschede", "0153", 31, answer);
                NothingOf("Hengelo", "0164", 47, answer);
            }
    }

    [Fact]
    public async Task Two_hosts_in_one_request_are_refused()
    {
        var sites = await all.On(engine);
        string[] requests =
        [
            $"GET {Paths[8]} HTTP/1.1\r\nHost: {Enschede}\r\nHost: {Hengelo}\r\nConnection: close\r\n\r\n",
            $"GET http://{Hengelo}{Paths[8]} HTTP/1.1\r\nHost: {Enschede}\r\nConnection: close\r\n\r\n",
            $"GET {Paths[8]} HTTP/1.1\r\nConnection: close\r\n\r\n",
        ];
        foreach (var request in requests)
            Assert.StartsWith("HTTP/1.1 400", await sites.Send(request), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/cijfers?gebied=GM0164&categorie=totaal&" + TwoSites.Week)]
    [InlineData("/csv/cijfers?gebied=GM0164&categorie=totaal&" + TwoSites.Week)]
    [InlineData("/buurten/GM0164")]
    [InlineData("/buurten/BU01640000")]
    [InlineData("/api/v1/gebieden/BU01640000")]
    public async Task An_area_of_the_neighbour_does_not_exist_here(string path)
    {
        var sites = await all.On(engine);

        var answer = await sites.Ask(Enschede, path);

        Assert.Matches("^HTTP/1.1 (400|404)", answer);
        Assert.DoesNotContain("Hengelo", answer, StringComparison.Ordinal);
        Assert.DoesNotMatch("[^0-9a-f]47[^0-9a-f]", Body(answer));
    }

    [Fact]
    public async Task Hosts_asked_in_turns_by_many_at_once_never_swap_answers()
    {
        var sites = await all.On(engine);
        var leaks = 0;

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 600), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (turn, _) =>
            {
                var (host, own) = turn % 2 == 0 ? (Enschede, "31") : (Hengelo, "47");
                var answer = Body(await sites.Ask(host, Paths[8]));
                if (!answer.Contains(own, StringComparison.Ordinal)
                    || answer.Contains(turn % 2 == 0 ? "0164" : "0153", StringComparison.Ordinal))
                    Interlocked.Increment(ref leaks);
            });

        Assert.Equal(0, leaks);
    }

    private static void NothingOf(string name, string digits, int count, string answer)
    {
        var body = Body(answer);
        Assert.DoesNotContain(name, body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch($"(GM|WK|BU){digits}", answer);
        Assert.DoesNotMatch($"(aantal|Aantal|\"count\")[^0-9]{{1,12}}{count}\\b", body);
    }

    private static string Body(string answer) => answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 1)..];

    public sealed class OnSqlite(Sites all) : HostDoorTests(Engine.Sqlite, all);

    public sealed class OnPostgreSql(Sites all) : HostDoorTests(Engine.PostgreSql, all);

    public sealed class OnSqlServer(Sites all) : HostDoorTests(Engine.SqlServer, all);
}
