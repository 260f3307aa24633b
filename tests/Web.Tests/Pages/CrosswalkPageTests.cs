using System.Net;
using Microsoft.Playwright;
using Twente.Igw.Web.Tests.Api;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Twente.Igw.Web.Tests.Pages;

[Collection(nameof(Site))]
public sealed class CrosswalkPageTests(Site site)
{
    private const string Host = "borne";

    [Fact]
    public async Task A_person_takes_a_crosswalk_into_use_and_out_of_it_and_the_figures_follow()
    {
        var number = await Draft(0.55m);
        await using var visit = await (await site.Browser()).Visit(new Look());
        await visit.Open(site.Address("/indelingen", Host));
        await Expect(visit.Page.Locator(".notice")).ToContainTextAsync(
            "Van indeling 2021 naar 2025 is er geen goedgekeurde omrekentabel.");
        Assert.Equal(0, await Converted());

        await visit.Open(site.Address($"/indelingen/{number}", Host));
        await Expect(visit.Page.Locator("#regels ~ .scroll")).ToContainTextAsync("0,55");
        await Decide(visit, "Keur goed", "Nagekeken met de kaart", "goedgekeurd");
        Assert.Equal(32, await Converted());
        await visit.Open(site.Address("/indelingen", Host));
        await Expect(visit.Page.Locator(".notice")).ToHaveCountAsync(0);

        await visit.Open(site.Address($"/indelingen/{number}", Host));
        await Decide(visit, "Neem uit gebruik", "Toch niet", "afgewezen");
        Assert.Equal(0, await Converted());
        Assert.Empty(visit.Complaints);
        await site.Run(0, "audit", "verify");
    }

    [Fact]
    public async Task The_series_of_a_neighbourhood_marks_the_new_division_in_drawing_and_table()
    {
        await using var visit = await (await site.Browser()).Visit(new Look());
        await visit.Open(site.Address("/buurten/BU01470000", Host));

        await Expect(visit.Page.Locator("svg.series .break text")).ToHaveTextAsync("nieuwe indeling 2025");
        await Expect(visit.Page.Locator("figure:has(svg.series) .break-mark")).ToHaveTextAsync("nieuwe indeling 2025");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_crosswalk_is_nobody_elses()
    {
        using var other = site.Client("hengelo");
        using var answer = await other.Send(HttpMethod.Get, "/indelingen/1");
        var list = await other.GetStringAsync(
            new Uri("/indelingen", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("0147", list, StringComparison.Ordinal);
        Assert.Contains("Er zijn geen omrekentabellen", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_about_a_crosswalk_needs_the_token_of_its_page()
    {
        using var client = site.Client(Host);
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["besluit"] = "goedkeuren", ["reden"] = "omdat" });
        using var answer = await client.PostAsync(
            new Uri("/indelingen/1/besluit", UriKind.Relative), form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    /// <summary>How many of the weeks asked for the API says were converted.</summary>
    private async Task<int> Converted()
    {
        using var client = site.Client(Host);
        var answer = await client.Json(
            "/api/v1/reeks?gebied=BU01470000&categorie=vermogen&van=2024-W21&tot=2025-W20");
        Assert.Equal("2025-W01", Assert.Single(answer.List("indelingsbreuken")).Text("week"));
        var weeks = answer.GetProperty("weken");
        var gap = weeks.List("andereIndeling").Count;
        var converted = weeks.TryGetProperty("omgerekend", out var years)
            ? years.EnumerateArray().Sum(y => y.List("weken").Count)
            : 0;
        Assert.Equal(32, gap + converted);
        return converted;
    }

    /// <summary>A draft of its own: the proposal with this part for the first half of the split.</summary>
    private async Task<int> Draft(decimal part)
    {
        var csv = (await site.Run(0, "areas", "crosswalk", "show", Site.Borne.Code, "1", "--csv")).Output
            .Replace("0,705882;inwoners", FormattableString.Invariant($"{part};adressen"), StringComparison.Ordinal)
            .Replace(
                "0,294118;inwoners", FormattableString.Invariant($"{1 - part};adressen"), StringComparison.Ordinal);
        var told = await site.Run(0, "areas", "crosswalk", "import", site.Write("omrekentabel.csv", csv));
        return int.Parse(told.Output.Split(' ')[1], CultureInfo.InvariantCulture);
    }

    private static async Task Decide(Visit visit, string decision, string reason, string state)
    {
        await visit.Page.GetByLabel("Waarom?").FillAsync(reason);
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = decision }).ClickAsync();
        await visit.Page.WaitForURLAsync("**?bericht=besloten");
        await Expect(visit.Page.Locator("h1 .badge")).ToHaveTextAsync(state);
        await Expect(visit.Page.Locator(".notice")).ToContainTextAsync("vastgelegd");
    }
}
