using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Twente.Igw.Testing;

/// <summary>
/// Somebody with an account on a running site, who signs in on its hosts over HTTP alone: with the forms, redirects and
/// cookies that a browser would see.
/// </summary>
public sealed partial class SiteUser : IDisposable
{
    public const string Password = "vier losse woorden samen";
    public const string SessionCookie = "__Host-igw";

    private readonly int _port;
    private readonly HttpClient _http;
    private readonly Dictionary<string, Dictionary<string, string>> _cookies = new(StringComparer.Ordinal);

    private SiteUser(int port)
    {
        _port = port;
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseCookies = false, ConnectCallback = To(port),
        });
    }

    public required string Mail { get; init; }

    /// <summary>Key of her second step.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Invites somebody with one role, at each of these gemeenten, and makes her account.</summary>
    public static async Task<SiteUser> Invited(
        IgwProcess igw, int port, string role, IReadOnlyList<string> at, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(igw);
        ArgumentNullException.ThrowIfNull(at);
        var user = new SiteUser(port) { Mail = $"{role}-{Guid.NewGuid():N}@voorbeeld.example" };
        var link = await user.Invite(igw, role, at.Count == 0 ? "" : at[0], cancel);
        await user.Accept(new Uri(link.Trim()), cancel);
        foreach (var other in at.Skip(1))
            await user.Invite(igw, role, other, cancel);
        return user;
    }

    /// <summary>Somebody whom the platform does not know yet.</summary>
    public static SiteUser Stranger(int port) => new(port) { Mail = "" };

    /// <summary>The same person on a browser that knows nothing, signed in with password and code.</summary>
    public async Task<SiteUser> SignedInAnew(int port, CancellationToken cancel)
    {
        var again = new SiteUser(port) { Mail = Mail, Key = Key };
        var page = new Uri($"http://id.localhost:{port}/aanmelden");
        using var first = await again.Post(
            page, page, [new("mail", Mail), new("wachtwoord", Password), new("terug", "/")], cancel);
        var step = new Uri(page, first.Headers.Location
            ?? throw new InvalidOperationException($"The password was refused: {first.StatusCode}."));
        using var second = await again.Post(
            step, new Uri(page, "/aanmelden/code"), [new("code", OneTimeCode.Of(Key)), new("terug", "/")], cancel);
        return again.CookiesOf(page.Host).ContainsKey(SessionCookie)
            ? again : throw new InvalidOperationException($"The code was refused: {second.StatusCode}.");
    }

    /// <summary>Her cookie on a host, as a header's value; she signs in when she has none yet.</summary>
    public async Task<string> CookieAt(string host, CancellationToken cancel)
    {
        var name = $"{host}.localhost";
        if (!CookiesOf(name).ContainsKey(SessionCookie))
        {
            using var page = await Follow(new Uri($"http://{name}:{_port}/"), cancel);
            if (!CookiesOf(name).ContainsKey(SessionCookie))
                throw new InvalidOperationException($"Nobody is signed in on {name}: {page.StatusCode}.");
        }
        return $"{SessionCookie}={CookiesOf(name)[SessionCookie]}";
    }

    /// <summary>Gets a page of any host and goes wherever it leads.</summary>
    public async Task<HttpResponseMessage> Follow(Uri address, CancellationToken cancel)
    {
        var response = await Send(new HttpRequestMessage(HttpMethod.Get, address), cancel);
        for (var hops = 0; hops < 10 && response.Headers.Location is { } next; hops++)
        {
            address = new Uri(address, next);
            response.Dispose();
            response = await Send(new HttpRequestMessage(HttpMethod.Get, address), cancel);
        }
        return response;
    }

    /// <summary>Sends a form of the id host as it stands on its page, with these fields filled in.</summary>
    public async Task<HttpResponseMessage> Post(
        Uri page, Uri action, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancel)
    {
        using var shown = await Send(new HttpRequestMessage(HttpMethod.Get, page), cancel);
        var token = Token.Match(await shown.Content.ReadAsStringAsync(cancel)).Groups["value"].Value;
        return await Send(
            new HttpRequestMessage(HttpMethod.Post, action)
            {
                Content = new FormUrlEncodedContent(fields.Append(new("__RequestVerificationToken", token))),
            }, cancel);
    }

    /// <summary>Every name of the site is this machine, whatever its resolver says.</summary>
    public static Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>> To(int port) =>
        async (to, cancel) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            var at = IsOfSite(to) ? port : to.DnsEndPoint.Port;
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, at), cancel);
            return new NetworkStream(socket, ownsSocket: true);
        };

    public void Dispose() => _http.Dispose();

    /// <summary>Names are the site's; an address of this machine is somebody else's program.</summary>
    private static bool IsOfSite(SocketsHttpConnectionContext to) => !IPAddress.TryParse(to.DnsEndPoint.Host, out _);

    private async Task<string> Invite(IgwProcess igw, string role, string at, CancellationToken cancel)
    {
        var invited = await igw.Run(
            cancel, "user", "invite", Mail, "--name", $"Proef {role}", "--role", role, "--at", at,
            "--until", "2099-12-31", "--purpose", "proef");
        return invited.ExitCode == 0
            ? invited.Output : throw new InvalidOperationException(invited.Output + invited.Errors);
    }

    private async Task Accept(Uri link, CancellationToken cancel)
    {
        using var shown = await Send(new HttpRequestMessage(HttpMethod.Get, link), cancel);
        var page = await shown.Content.ReadAsStringAsync(cancel);
        Key = SecondStepKey.Match(page).Groups["key"].Value.Replace(" ", "", StringComparison.Ordinal);
        using var accepted = await Post(
            link, link, [new("wachtwoord", Password), new("code", OneTimeCode.Of(Key))], cancel);
        if (!CookiesOf(link.Host).ContainsKey(SessionCookie))
            throw new InvalidOperationException(
                $"The invitation was not accepted: {await accepted.Content.ReadAsStringAsync(cancel)}");
    }

    private async Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken cancel)
    {
        var cookies = CookiesOf(request.RequestUri!.Host);
        if (cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}")));
        var response = await _http.SendAsync(request, cancel);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
            foreach (var parts in set.Select(s => s.Split(';')[0].Split('=', 2)))
                if (parts[1].Length == 0)
                    cookies.Remove(parts[0]);
                else
                    cookies[parts[0]] = parts[1];
        return response;
    }

    private Dictionary<string, string> CookiesOf(string host)
    {
        if (!_cookies.TryGetValue(host, out var cookies))
            _cookies.Add(host, cookies = new Dictionary<string, string>(StringComparer.Ordinal));
        return cookies;
    }

    [GeneratedRegex(
        "name=\"__RequestVerificationToken\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token { get; }

    [GeneratedRegex("class=\"key\">(?<key>[a-z2-7 ]+)<", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SecondStepKey { get; }
}
