using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Twente.Igw.Web.Access;
using Twente.Igw.Web.Tests.Pages;
using Xunit;

namespace Twente.Igw.Web.Tests.Access;

/// <summary>
/// Every endpoint, asked by every role with everything she could bring along to another gemeente: her cookie, her host,
/// a forwarded host, a token, numbers of things that are not hers. The list of endpoints is the program's own.
/// </summary>
[Collection(nameof(Site))]
public sealed class CrossingTests(Site site)
{
    /// <summary>What only Hengelo has, and Enschede must never be told.</summary>
    private static readonly string[] Foreign = ["Hengelo", "GM0164", "BU0164", "WK0164"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Who may most and who may no figures go first: an ordinary run tries those.</summary>
    private static IEnumerable<Role> TenantRoles =>
        RolePermissions.All.Where(r => RolePermissions.Of(r).Place == RolePlace.Tenant)
            .OrderBy(r => r is not (Role.Analyst or Role.TenantAdministrator));

    [Fact]
    public async Task Every_endpoint_answers_every_role_at_home_what_she_may_have_and_nobody_what_is_next_door()
    {
        using var fault = new Fault(
            "F10 every endpoint, own and other gemeente, by role", Engine.Sqlite, briefly: 2,
            fully: TenantRoles.Count());
        var endpoints = (await AllEndpoints.Read()).Where(IsTried).ToList();
        List<string> wrong = [];
        var cells = 0;
        foreach (var role in TenantRoles.Take(fault.Times))
        {
            using var user = await site.Invite(RolePermissions.Of(role).Word, "GM0153");
            var cookie = await user.CookieAt("enschede", Cancel);
            var token = RolePermissions.Of(role).Permissions.Contains(Permission.ReadExactFigures)
                ? await user.MakeToken(site.Address("/account/koppeling"), Cancel) : null;
            foreach (var endpoint in endpoints)
                foreach (var crossing in Crossings(cookie, token))
                {
                    cells++;
                    if (await Judge(role, endpoint, crossing) is { } leak)
                        wrong.Add(leak);
                }
        }
        fault.Say($"{cells} cells, {endpoints.Count} endpoints, {wrong.Count} leaks");
        Assert.True(cells > endpoints.Count * 2 * fault.Times);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(40)));
        fault.Held();
    }

    [Fact]
    public async Task A_refusal_is_on_the_record_of_the_gemeente()
    {
        using var user = await site.Invite("beleidsmedewerker", "GM0153");
        using var client = site.Client(signedIn: false);
        client.DefaultRequestHeaders.Add("Cookie", await user.CookieAt("enschede", Cancel));
        var before = (await site.Recorded("access.refused")).Count;

        using var answer = await client.GetAsync(new Uri("/leveringen", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var after = await site.Recorded("access.refused");
        Assert.Equal(before + 1, after.Count);
        Assert.Contains("/leveringen", after[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_works_for_one_gemeente_is_not_let_in_at_another()
    {
        using var user = await site.Invite("analist", "GM0153");

        using var page = await user.Follow(new Uri(site.Address("/", "hengelo")), Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Assert.Contains(
            "U hebt hier geen toegang", await page.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_of_another_gemeente_are_not_found()
    {
        var agreement = await site.AgreementPath("politie-week", "GM0164");
        using var client = site.Client();

        foreach (var path in (string[])[agreement, "/buurten/BU01640000", "/leveringen/999999", "/indelingen/999999"])
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Cancel);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    /// <summary>Static files hold nothing of anybody; of the rest, all that a gemeente's host could answer.</summary>
    private static bool IsTried(RouteEndpoint endpoint) =>
        AllEndpoints.HomesOf(endpoint).Contains(SitePart.Tenant)
        && endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null
        && !endpoint.RoutePattern.Parameters.Any(p => p.IsCatchAll)
        // Signing out would end the session that the next cells need.
        && endpoint.RoutePattern.RawText != "/afmelden";

    private static IEnumerable<Crossing> Crossings(string cookie, string? token)
    {
        if (token is not null)
            yield return new("the token of her own program next door", "hengelo", null)
            {
                Headers = [("Authorization", "Bearer " + token)],
            };
        yield return new("at home", "enschede", cookie) { IsHome = true };
        yield return new("at home, forwarded as the neighbour", "enschede", cookie)
        {
            IsHome = true,
            Headers =
            [
                ("X-Forwarded-Host", "hengelo.localhost"), ("Forwarded", "host=hengelo.localhost"),
                ("X-Original-Host", "hengelo.localhost"),
            ],
        };
        yield return new("her cookie next door", "hengelo", cookie);
        yield return new("her cookie next door, forwarded as home", "hengelo", cookie)
        {
            Headers = [("X-Forwarded-Host", "enschede.localhost"), ("Forwarded", "host=enschede.localhost")],
        };
        yield return new("the key of her cookie as a token next door", "hengelo", null)
        {
            Headers = [("Authorization", "Bearer " + cookie.Split('=', 2)[1])],
        };
        yield return new("nobody at home", "enschede", null);
        yield return new("nobody next door", "hengelo", null);
    }

    /// <returns>What is wrong; null when nothing is.</returns>
    private async Task<string?> Judge(Role role, RouteEndpoint endpoint, Crossing crossing)
    {
        var needed = endpoint.Metadata.GetMetadata<AccessDecision>()!.Needs;
        using var client = site.Client(crossing.Host, signedIn: false);
        using var request = new HttpRequestMessage(
            AllEndpoints.MethodOf(endpoint), new Uri(AllEndpoints.AddressOf(endpoint), UriKind.Relative));
        if (crossing.Cookie is not null)
            request.Headers.Add("Cookie", crossing.Cookie);
        foreach (var (name, value) in crossing.Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await client.SendAsync(request, Cancel);
        var status = (int)answer.StatusCode;
        var may = needed is null
            || (crossing.IsHome && RolePermissions.Of(role).Permissions.Contains(needed.Value));
        // Who may not see the first page is led to the first that she may see.
        var isShut = status is 401 or 403 || (status == 302 && (endpoint.RoutePattern.RawText == "/"
            || answer.Headers.Location is { IsAbsoluteUri: true, Host: "id.localhost" }));
        var cell = $"{RolePermissions.Of(role).Word}, {crossing.What}: {request.Method} {request.RequestUri} {status}";
        if (status >= 500)
            return $"{cell}: it broke";
        if (may == isShut)
            return $"{cell}: {(may ? "shut to who may" : "open to who may not")}";
        if (crossing.Host != "enschede" || needed is null)
            return null;
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        // By agreement gemeenten are named beside each other; Hengelo released nothing, so no part of her is.
        var foreign = endpoint.Metadata.GetMetadata<ShowsRegion>() is null ? Foreign : Foreign[2..];
        return foreign.FirstOrDefault(f => text.Contains(f, StringComparison.Ordinal)) is { } leak
            ? $"{cell}: says {leak}" : null;
    }

    private sealed record Crossing(string What, string Host, string? Cookie)
    {
        public bool IsHome { get; init; }

        public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];
    }
}
