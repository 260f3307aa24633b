using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Access;
using Twente.Igw.Web.Hosting;
using Twente.Igw.Web.Tests.Access;
using Twente.Igw.Web.Tests.Api;
using Xunit;

namespace Twente.Igw.Web.Tests.Pages;

[Collection(nameof(Site))]
public sealed class RouteTests(Site site)
{
    private static readonly (string Host, SitePart Part)[] HostsWithoutGemeente =
    [
        ("beheer", SitePart.Operator), ("regio", SitePart.Region), ("id", SitePart.Identity),
        ("aanleveren", SitePart.Supplier), ("bestaat-niet", SitePart.Unknown),
    ];

    [Fact]
    public async Task An_endpoint_without_a_decision_on_access_does_not_exist()
    {
        // What catches all files is there for whoever builds the program, and is answered to nobody.
        var undecided = (await AllEndpoints.Read()).Where(e => e.Metadata.GetMetadata<AccessDecision>() is null
            && !e.RoutePattern.Parameters.Any(p => p.IsCatchAll));

        Assert.Empty(undecided.Select(e => e.DisplayName));
    }

    [Fact]
    public async Task What_anybody_may_have_is_listed_here()
    {
        var open = (await AllEndpoints.Read()).Where(e => e.Metadata.GetMetadata<AccessDecision>() is { Needs: null });

        Assert.Equal(
            [
                "/", "/.well-known/security.txt", "/aanmelden", "/aanmelden", "/aanmelden/code", "/aanmelden/code",
                "/aanmelden/demo", "/aanmelden/gemeente/{gemeente}/", "/aanmelden/gemeente/{gemeente}/klaar",
                "/aanmelden/gemeente/{gemeente}/mislukt", "/aanmelden/toegangssleutel",
                "/aanmelden/toegangssleutel/vraag", "/afmelden", "/api/v1/openapi.json",
                "/api/v1/openapi.json", "/api/{documentName}/openapi.json",
                "/beveiliging", "/beveiliging/herstelcodes", "/beveiliging/toegangssleutels",
                "/beveiliging/toegangssleutels/naam", "/beveiliging/toegangssleutels/vraag",
                "/beveiliging/toegangssleutels/weg",
                "/meldingen/opslag", "/uitnodiging/{geheim}", "/uitnodiging/{geheim}",
                "/verbinden/afmelden", "/verbinden/machtiging", "/verbinden/token", "/wachtwoord", "/wachtwoord",
                "/wachtwoord/{gebruiker:guid}/{geheim}", "/wachtwoord/{gebruiker:guid}/{geheim}",
            ],
            open.Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
                .Select(e => e.RoutePattern.RawText).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_endpoint_is_there_on_its_own_hosts_and_nowhere_else()
    {
        var all = await AllEndpoints.Read();
        Assert.True(all.Count >= 20);
        List<string> open = [];
        foreach (var endpoint in all)
            foreach (var (host, part) in HostsWithoutGemeente)
            {
                if (all.Any(e => AllEndpoints.AddressOf(e) == AllEndpoints.AddressOf(endpoint)
                    && AllEndpoints.HomesOf(e).Contains(part)))
                    continue;
                using var client = site.Client(host);
                using var answer = await client.Send(AllEndpoints.MethodOf(endpoint), AllEndpoints.AddressOf(endpoint));
                if ((int)answer.StatusCode != 404)
                    open.Add($"{host}: {endpoint.RoutePattern.RawText} answers {(int)answer.StatusCode}");
            }
        Assert.True(open.Count == 0, string.Join('\n', open));
    }

    [Fact]
    public async Task The_jobs_are_there_for_the_operator_alone()
    {
        foreach (var host in (string[])["enschede", "hengelo", "regio", "id", "aanleveren", "bestaat-niet"])
        {
            using var elsewhere = site.Client(host);
            using var nothing = await elsewhere.Send(HttpMethod.Get, JobsDashboard.Path);
            Assert.Equal(404, (int)nothing.StatusCode);
        }
        using var nobody = site.Client("beheer", signedIn: false);
        using var away = await nobody.Send(HttpMethod.Get, JobsDashboard.Path);
        Assert.Equal("id.localhost", away.Headers.Location?.Host);

        using var client = site.Client("beheer");
        using var answer = await client.Send(HttpMethod.Get, JobsDashboard.Path);
        Assert.Equal(200, (int)answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Taken", page, StringComparison.Ordinal);
        Assert.DoesNotContain("schede", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Every_route_of_a_gemeente_is_there_on_her_host()
    {
        var agreement = await site.AgreementPath("politie-week");
        using var enschede = site.Client();
        // Only Borne had another division, and so has a crosswalk.
        using var borne = site.Client("borne");
        // What catches all files is there for whoever builds the program; there is no file behind it.
        var all = await AllEndpoints.Read();
        foreach (var endpoint in all.Where(e => !e.RoutePattern.Parameters.Any(p => p.IsCatchAll)
            && AllEndpoints.HomesOf(e).Contains(SitePart.Tenant) && IsForAnalyst(e)))
        {
            var client = endpoint.RoutePattern.GetParameter("omrekentabel") is null ? enschede : borne;
            var isAgreement = endpoint.RoutePattern.Parameters.Any(p => p.Name == "afspraak");
            using var answer = await client.Send(
                AllEndpoints.MethodOf(endpoint), isAgreement ? agreement : AllEndpoints.AddressOf(endpoint));
            Assert.True((int)answer.StatusCode is not (404 or 403) and < 500,
                $"{AllEndpoints.AddressOf(endpoint)}: {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Every_post_asks_for_the_token_of_the_page()
    {
        using var client = site.Client();
        var changing = (await AllEndpoints.Read())
            .Where(e => AllEndpoints.MethodOf(e) != HttpMethod.Get
                && AllEndpoints.HomesOf(e).Contains(SitePart.Tenant) && IsForAnalyst(e)).ToList();
        Assert.NotEmpty(changing);
        foreach (var endpoint in changing)
        {
            using var answer = await client.Send(AllEndpoints.MethodOf(endpoint), AllEndpoints.AddressOf(endpoint));
            Assert.Equal(400, (int)answer.StatusCode);
        }
    }

    private static bool IsForAnalyst(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<AccessDecision>()?.Needs is not { } needed
        || RolePermissions.Of(Role.Analyst).Permissions.Contains(needed);
}
