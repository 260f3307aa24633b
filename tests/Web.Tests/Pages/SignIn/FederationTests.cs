using System.Net;
using System.Text.Json;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Web.Tests.Pages;

/// <summary>The provider is a program of its own here; the platform knows only its address.</summary>
public sealed class FederationTests : IAsyncLifetime
{
    private static readonly Employee Analyst =
        new("oid-1", "Noor de Analist", "noor@enschede.example") { Groups = [FederatedSite.Analysts] };

    private FederatedSite _site = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _site = await FederatedSite.Start();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task The_sign_in_page_offers_the_account_of_the_gemeente_that_asks_and_no_other()
    {
        using var visitor = SiteUser.Stranger(_site.Port);
        using var own = await visitor.Follow(Address("enschede"), Cancel);
        using var other = await visitor.Follow(Address("hengelo"), Cancel);

        Assert.Contains("Aanmelden met uw account van gemeente Enschede", await Text(own), StringComparison.Ordinal);
        Assert.DoesNotContain("uw account van gemeente", await Text(other), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Her_first_sign_in_makes_the_account_and_her_groups_are_her_roles()
    {
        using var visitor = SiteUser.Stranger(_site.Port);

        var (status, _, host) = await _site.SignIn(visitor, Analyst);

        Assert.Equal((HttpStatusCode.OK, "enschede.localhost"), (status, host));
        Assert.Equal(HttpStatusCode.OK, await _site.Ask(visitor, "/leveringen"));
        Assert.NotEqual(HttpStatusCode.OK, await _site.Ask(visitor, "/leveringen", "hengelo"));
        Assert.Equal([["analyst"]], await Roles(Analyst.Name));
        using var again = SiteUser.Stranger(_site.Port);
        await _site.SignIn(again, Analyst);
        Assert.Single(await Roles(Analyst.Name));
    }

    [Fact]
    public async Task A_role_goes_when_the_group_goes()
    {
        using var visitor = SiteUser.Stranger(_site.Port);
        await _site.SignIn(visitor, Analyst);
        var other = Analyst with { Groups = [FederatedSite.Officers] };
        using var next = SiteUser.Stranger(_site.Port);

        await _site.SignIn(next, other);
        Assert.Equal([["privacyOfficer"]], await Roles(Analyst.Name));

        using var last = SiteUser.Stranger(_site.Port);
        await _site.SignIn(last, Analyst with { Groups = [] });
        Assert.Equal([[]], await Roles(Analyst.Name));
        Assert.NotEqual(HttpStatusCode.OK, await _site.Ask(last, "/leveringen"));
    }

    [Fact]
    public async Task Somebody_of_another_organisation_is_nobody_here()
    {
        using var visitor = SiteUser.Stranger(_site.Port);

        var (_, page, host) = await _site.SignIn(visitor, Analyst with { Tid = "een-andere-organisatie" });

        Assert.Equal("id.localhost", host);
        Assert.Contains("is niet gelukt", page, StringComparison.Ordinal);
        Assert.Empty(await Roles(Analyst.Name));
    }

    [Fact]
    public async Task The_mail_of_a_local_account_opens_it_to_nobody_and_a_federated_account_gets_no_password()
    {
        using var local = await SiteUser.Invited(_site.Igw, _site.Port, "analist", ["GM0164"], Cancel);
        using var visitor = SiteUser.Stranger(_site.Port);

        await _site.SignIn(visitor, Analyst with { Mail = local.Mail });

        Assert.NotEqual(HttpStatusCode.OK, await _site.Ask(visitor, "/leveringen", "hengelo"));
        var federated = (await Users()).Single(u => u.GetProperty("name").GetString() == Analyst.Name);
        var mail = federated.GetProperty("mail").GetString()!;
        Assert.NotEqual(0, (await _site.Igw.Run(Cancel, "user", "again", mail)).ExitCode);
        var invited = await _site.Igw.Run(
            Cancel, "user", "invite", mail, "--name", "Overname", "--role", "analist", "--at", "GM0164");
        Assert.NotEqual(0, invited.ExitCode);
        Assert.Equal(HttpStatusCode.OK, await _site.Ask(local, "/leveringen", "hengelo"));
    }

    [Fact]
    public async Task A_gemeente_that_ends_it_takes_the_roles_of_her_groups_along()
    {
        using var visitor = SiteUser.Stranger(_site.Port);
        await _site.SignIn(visitor, Analyst);

        var removed = await _site.Igw.Run(Cancel, "tenant", "federation", "remove", "GM0153");

        Assert.Equal(0, removed.ExitCode);
        Assert.Equal([[]], await Roles(Analyst.Name));
        var shown = await _site.Igw.Run(Cancel, "tenant", "federation", "show", "GM0153");
        Assert.Contains("accounts van het platform", shown.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await _site.Igw.Run(Cancel, "audit", "verify", "GM0153")).ExitCode);
    }

    private Uri Address(string host) => new($"http://{host}.localhost:{_site.Port}/leveringen");

    private static async Task<string> Text(HttpResponseMessage page) =>
        WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(Cancel));

    private async Task<IReadOnlyList<JsonElement>> Users()
    {
        var list = await _site.Igw.Run(Cancel, "user", "list", "--json");
        return [.. JsonDocument.Parse(list.Output).RootElement.EnumerateArray().Select(u => u.Clone())];
    }

    /// <summary>The roles of each account of this name.</summary>
    private async Task<string[][]> Roles(string name) =>
    [
        .. (await Users()).Where(u => u.GetProperty("name").GetString() == name).Select(u => (string[])
        [
            .. u.GetProperty("roles").EnumerateArray().Select(r => r.GetProperty("role").GetString()!),
        ]),
    ];
}
