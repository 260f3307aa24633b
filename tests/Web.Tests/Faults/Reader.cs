using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Web.Tests.Faults;

/// <summary>Somebody who reads Enschede's pages over HTTP, on and on.</summary>
internal sealed class Reader : IDisposable
{
    private readonly HttpClient _site;
    private int _asked;

    private Reader(HttpClient site) => _site = site;

    /// <summary>Somebody who is signed in on the site that listens here.</summary>
    public static async Task<Reader> SignedIn(IgwProcess igw, int port)
    {
        using var user = await SiteUser.Invited(igw, port, "analist", ["GM0153"], Cancel);
        return new Reader(new HttpClient
        {
            BaseAddress = new Uri($"http://127.0.0.1:{port}"),
            DefaultRequestHeaders =
            {
                { "Host", "enschede.localhost" }, { "Cookie", await user.CookieAt("enschede", Cancel) },
            },
        });
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Until told to stop: each page must come, with the date of its figures.</summary>
    /// <param name="weeks">The weeks that were delivered.</param>
    /// <param name="fault">Told how long each answer took.</param>
    /// <param name="stop">Ends the reading.</param>
    public async Task ReadOn(RestatedWeeks weeks, Fault fault, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            // Half of the addresses are new, so that a page is made and not only remembered.
            var address = ++_asked % 2 == 0 ? "/" : $"/?keer={_asked}";
            var began = Stopwatch.GetTimestamp();
            var page = await _site.GetStringAsync(new Uri(address, UriKind.Relative), Cancel);
            fault.Note("s per page", Stopwatch.GetElapsedTime(began));
            Assert.Contains(
                $"t/m week {weeks.Range.Last.Week} van {weeks.Range.Last.Year}", page, StringComparison.Ordinal);
            await Task.Delay(30, Cancel);
        }
    }

    /// <summary>Which statement the API answers; it may be newer than the pages, never a part of one.</summary>
    public async Task<int> Statement(RestatedWeeks weeks)
    {
        var address = $"/api/v1/reeks?categorie=totaal&van={weeks.Range.First}&tot={weeks.Range.Last}";
        using var answer = JsonDocument.Parse(await _site.GetStringAsync(new Uri(address, UriKind.Relative), Cancel));
        var totals = answer.RootElement.GetProperty("punten").EnumerateArray()
            .Select(point => point.GetProperty("aantal").GetInt32()).Distinct();
        return Assert.Single(totals) - weeks.RowsPerWeek;
    }

    public async Task<HttpStatusCode> Ask(string path)
    {
        using var answer = await _site.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        return answer.StatusCode;
    }

    public async Task Until(Func<Task<bool>> isTrue)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromMinutes(3));
        while (!await isTrue())
            await Task.Delay(20, patience.Token);
    }

    public void Dispose() => _site.Dispose();
}
