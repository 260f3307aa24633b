using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Web.Tests.Faults;

/// <summary>
/// Two processes answer for one platform, each connection by the next of them, so that every sign-in passes both: what
/// one signs, encrypts or keeps the other must read.
/// </summary>
[Collection(nameof(OneFaultAtATime))]
public sealed class KeysRotatedTests
{
    /// <summary>Short enough for a test; each process reads the keys ten times in it, as it always does.</summary>
    private static readonly TimeSpan Announced = TimeSpan.FromSeconds(5);

    /// <summary>A sign-in is a dozen requests; more at once and the limit for one address is met.</summary>
    private static readonly TimeSpan BetweenSignIns = TimeSpan.FromSeconds(4);

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keys_rotated_while_two_processes_answer_are_noticed_by_nobody()
    {
        using var fault = new Fault("F15 keys rotated under traffic", Engine.PostgreSql, briefly: 2, fully: 20);
        using var igw = await IgwProcess.On(Engine.PostgreSql);
        var (first, second) = (Reader.FreePort(), Reader.FreePort());
        using var balancer = new Balancer(first, second);
        igw.Set("Igw:Identity:Port", balancer.Port.ToString(CultureInfo.InvariantCulture));
        igw.Set("Igw:Identity:KeyAnnounced", Announced.ToString());
        await igw.AddEnschede(Cancel);
        Running[] serving = [await Serve(igw, first), await Serve(igw, second)];
        using var user = await SiteUser.Invited(igw, balancer.Port, "analist", ["GM0153"], Cancel);
        using var early = At(first, await user.CookieAt("enschede", Cancel));
        using var late = At(second, await user.CookieAt("enschede", Cancel));

        using var enough = new CancellationTokenSource();
        Task[] traffic =
        [
            ReadOn(early, fault, "pages of the first", enough.Token),
            ReadOn(late, fault, "pages of the second", enough.Token),
            SignInOn(user, balancer.Port, fault, enough.Token),
        ];
        for (var round = 1; round <= fault.Times; round++)
            await Rotate(igw, traffic, round);
        await enough.CancelAsync();
        await Task.WhenAll(traffic);

        Assert.All(serving, process => Assert.False(process.HasExited, process.Errors));
        Assert.All(serving, process => Assert.DoesNotContain("fail:", process.Errors, StringComparison.Ordinal));
        Assert.Equal(0, (await igw.Run(Cancel, "audit", "verify")).ExitCode);
        fault.Held();
    }

    private static async Task<Running> Serve(IgwProcess igw, int port)
    {
        var serve = igw.Go("serve", "--no-work", "--urls", $"http://127.0.0.1:{port}");
        await serve.Ready(Cancel);
        Assert.False(serve.HasExited, serve.Errors);
        return serve;
    }

    /// <summary>Rotates, and waits until the new keys have been in use for a while.</summary>
    private static async Task Rotate(IgwProcess igw, Task[] traffic, int round)
    {
        Assert.Equal(0, (await igw.Run(Cancel, "keys", "rotate")).ExitCode);
        await Task.WhenAny(Task.Delay(Announced * 2, Cancel), Task.WhenAny(traffic));
        foreach (var failed in traffic.Where(t => t.IsFaulted))
            await failed;
        var list = await igw.Run(Cancel, "keys", "list", "--json");
        using var keys = JsonDocument.Parse(list.Output);
        Assert.Equal(
            2 * (round + 1), keys.RootElement.GetArrayLength());
        Assert.Equal(
            2, keys.RootElement.EnumerateArray().Count(k => k.GetProperty("state").GetString() == "inUse"));
    }

    /// <summary>Her pages come from this process, on and on, without once being sent to sign in.</summary>
    private static async Task ReadOn(HttpClient site, Fault fault, string what, CancellationToken stop)
    {
        var read = 0;
        while (!stop.IsCancellationRequested)
        {
            using var page = await site.GetAsync(new Uri("/leveringen", UriKind.Relative), Cancel);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            read++;
            await Task.Delay(50, Cancel);
        }
        fault.Note(what, read);
    }

    /// <summary>She signs in anew, each time on a browser that knows nothing.</summary>
    private static async Task SignInOn(SiteUser user, int port, Fault fault, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var began = Stopwatch.GetTimestamp();
            using var fresh = await user.SignedInAnew(port, Cancel);
            await fresh.CookieAt("enschede", Cancel);
            fault.Note("s per sign-in", Stopwatch.GetElapsedTime(began));
            await Task.Delay(BetweenSignIns, Cancel);
        }
    }

    private static HttpClient At(int port, string cookie) => new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        BaseAddress = new Uri($"http://127.0.0.1:{port}"),
        DefaultRequestHeaders = { { "Host", "enschede.localhost" }, { "Cookie", cookie } },
    };
}
