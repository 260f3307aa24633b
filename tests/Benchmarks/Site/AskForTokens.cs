using System.CommandLine;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Twente.Igw.Testing;

namespace Twente.Igw.Benchmarks;

/// <summary>
/// <c>tokens</c>: how many tokens a second the provider gives to programs, and what a ticket costs. That cost is the
/// same small answer asked with and without a cookie, in turn: both pass the host, routing and headers, and only the
/// first is looked up, decrypted and weighed. It is held against the pages that a ticket opens.
/// </summary>
internal sealed class AskForTokens(HttpClient site, int port, string cookie)
{
    private const int Programs = 8;
    private const string Client = "meting";

    /// <summary>Answered to anybody, and hardly any work.</summary>
    private const string Small = "/.well-known/security.txt";

    public static Command Command()
    {
        var seconds = new Option<int>("--seconds") { Description = "How long", DefaultValueFactory = _ => 10 };
        var count = new Option<int>("--count") { Description = "Pages", DefaultValueFactory = _ => 1000 };
        var command = new Command("tokens", "The token endpoint, and what a ticket costs beside its page")
        {
            seconds, count,
        };
        command.SetAction((parsed, cancel) => Run(
            TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(count), cancel));
        return command;
    }

    private static async Task Run(TimeSpan length, int count, CancellationToken cancel)
    {
        using var igw = new IgwProcess();
        // Everything is asked from one address, as fast as it is answered.
        igw.Set("Igw:Web:RequestsPerSecond", "0");
        await igw.AddEnschede(cancel);
        foreach (var week in (string[])["2025-W45", "2025-W46"])
            await igw.Run(
                cancel, "deliveries", "submit", "GM0153", WeekFile.Of(week, 40).WriteTo(igw.PathOf("in")));
        var secret = (await igw.Run(cancel, "client", "add", Client, "--supplier", "politie")).Output.Trim();
        var port = FreePort();
        await igw.Go("serve", "--no-work", "--urls", $"http://127.0.0.1:{port}").Ready(cancel);
        using var user = await SiteUser.Invited(igw, port, "analist", ["GM0153"], cancel);
        using var site = LoopbackSite.Connect();
        var measure = new AskForTokens(site, port, await user.CookieAt("enschede", cancel));
        var report = new Report($"tokens: {Programs} programs for {length.TotalSeconds} s; {count} pages in turn");
        await measure.Tokens(secret, length / 5, cancel);
        var (tokens, took) = await measure.Tokens(secret, length, cancel);
        report.Say($"{tokens / took.TotalSeconds:N0} tokens a second (client credentials, RS256 with 3072 bits)");
        await measure.Pages(count / 5, cancel);
        var lines = await measure.Pages(count, cancel);
        report.Table(lines);
        var ticket = lines[1].At(0.5) - lines[0].At(0.5);
        report.Say($"a ticket costs {ticket:N2} ms: {ticket / lines[2].At(0.5):P0} of a page that is remembered,");
        report.Say($"{ticket / lines[3].At(0.5):P0} of a page that is made");
        report.Close(igw.Data);
    }

    private async Task<(int Count, TimeSpan Took)> Tokens(string secret, TimeSpan length, CancellationToken cancel)
    {
        var began = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, Programs).Select(async _ =>
        {
            var given = 0;
            for (; Stopwatch.GetElapsedTime(began) < length; given++)
            {
                using var body = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["grant_type"] = "client_credentials", ["client_id"] = Client, ["client_secret"] = secret,
                    ["scope"] = "leveringen",
                });
                using var answer = await site.PostAsync(
                    new Uri($"http://id.localhost:{port}/verbinden/token"), body, cancel);
                answer.EnsureSuccessStatusCode();
            }
            return given;
        }));
        return (counts.Sum(), Stopwatch.GetElapsedTime(began));
    }

    /// <summary>One after another and in turn, so that what else the machine does falls on all alike.</summary>
    private async Task<Durations[]> Pages(int count, CancellationToken cancel)
    {
        Durations[] lines =
        [
            new("small answer, nobody signed in"), new("the same, with a ticket"), new("overview, remembered"),
            new("overview, made"),
        ];
        for (var time = 0; time < count; time++)
        {
            lines[0].Add(await Ask(Small, isSignedIn: false, cancel));
            lines[1].Add(await Ask(Small, isSignedIn: true, cancel));
            lines[2].Add(await Ask("/", isSignedIn: true, cancel));
            lines[3].Add(await Ask($"/?keer={count}-{time}", isSignedIn: true, cancel));
        }
        return lines;
    }

    private async Task<TimeSpan> Ask(string path, bool isSignedIn, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"http://enschede.localhost:{port}{path}"));
        if (isSignedIn)
            request.Headers.Add("Cookie", cookie);
        var began = Stopwatch.GetTimestamp();
        using var answer = await site.SendAsync(request, cancel);
        await answer.Content.ReadAsByteArrayAsync(cancel);
        var took = Stopwatch.GetElapsedTime(began);
        answer.EnsureSuccessStatusCode();
        return took;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
