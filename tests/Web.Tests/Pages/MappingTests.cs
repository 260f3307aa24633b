using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Twente.Igw.Testing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Twente.Igw.Web.Tests.Pages;

/// <summary>From an example file to a mapping in force, as a person does it.</summary>
[Collection(nameof(Site))]
public sealed class MappingTests(Site site)
{
    private const string Root = "/leveringen/vertalingen";
    private const string Secret = "Roodborstje-4711";

    private const string Example =
        $"""
        Zaaknr;Pleegdatum;Tijd;Buurt;Incident
        {Secret};04-03-2025;01:30;BU01530000;Woninginbraak
        Z2;05-03-2025;13:45;Centrum;Woninginbraak

        """;

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("wijd", 1366, true)]
    [InlineData("donker", 768, true)]
    [InlineData("smal", 390, true)]
    [InlineData("zonder-script", 390, false)]
    public async Task A_mapping_is_proposed_tried_mended_saved_and_activated(string name, int width, bool script)
    {
        var example = site.Write($"Uitdraai {name} 10.csv", Example);
        await using var visit = await (await site.Browser()).Visit(new Look
        {
            Script = script, Width = width, Dark = name == "donker",
        });
        var page = visit.Page;
        await visit.Open(site.Address($"{Root}/nieuw"));
        await page.GetByLabel("Naam van de vertaling").FillAsync(name);
        await page.GetByLabel("Voorbeeldbestand").SetInputFilesAsync(example);
        await Press(visit, "Doe een voorstel");

        await Expect(page.Locator("h1")).ToHaveTextAsync($"Vertaling {name} bewerken");
        await Expect(page.Locator("main")).ToContainTextAsync("Zo zou dit bestand geweigerd worden");
        await Expect(page.Locator("[name='bron.week']")).ToHaveValueAsync("Pleegdatum");
        await Expect(page.Locator("[name='lijst.code']")).ToHaveValueAsync("Woninginbraak = ?");
        await Expect(page.Locator("[name='lijst.buurtcode']")).ToHaveValueAsync("Centrum = ?");
        await Judge(visit, $"vertaling-voorstel-{name}");
        await page.Locator("[name='lijst.code']").FillAsync("Woninginbraak = 1.1.1");
        await page.Locator("[name='lijst.buurtcode']").FillAsync("Centrum = BU01530001");
        await page.GetByLabel("Voorbeeldbestand").SetInputFilesAsync(example);
        await Press(visit, "Probeer op het voorbeeld");

        await Expect(page.Locator("main")).ToContainTextAsync("Elke rij is te vertalen en goed");
        await Expect(page.Locator("main")).ToContainTextAsync("politie-week_GM0153_2025-W10_2025-W10.csv");
        await Judge(visit, $"vertaling-proef-{name}");
        Assert.Empty(await site.Recorded("mapping.saved") is var saved ? saved.Where(s => s.Contains(name)) : []);
        await Press(visit, "Bewaar als nieuwe versie");
        await page.WaitForURLAsync($"**{Root}/{name}?bericht=bewaard");
        await Press(visit, "Activeer versie 1");

        await page.WaitForURLAsync($"**{Root}/{name}?bericht=actief");
        await Expect(page.Locator(".page-lead")).ToContainTextAsync("gaan door versie 1");
        await Judge(visit, $"vertaling-actief-{name}");
        Assert.Contains($"vertaling {name} versie 1", await site.Recorded("mapping.activated"));
        Assert.False(site.Keeps(Secret), "The example was kept somewhere.");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task What_is_open_in_a_list_cannot_be_saved()
    {
        await using var visit = await (await site.Browser()).Visit(new Look());
        await visit.Open(site.Address($"{Root}/{Site.Mapped}/bewerken"));
        await visit.Page.Locator("[name='lijst.code']").FillAsync("Woninginbraak = 1.1.1\nAutobrand = ?");
        await Press(visit, "Bewaar als nieuwe versie");

        await Expect(visit.Page.Locator(".notice.error")).ToContainTextAsync("zeg wat 'Autobrand' wordt");
        await Expect(visit.Page.Locator("[name='lijst.code']"))
            .ToHaveValueAsync("Woninginbraak = 1.1.1\nAutobrand = ?");
    }

    [Fact]
    public async Task Saving_what_is_already_saved_makes_no_version()
    {
        await using var visit = await (await site.Browser()).Visit(new Look());
        await visit.Open(site.Address($"{Root}/{Site.Mapped}/bewerken?versie=1"));
        await Press(visit, "Bewaar als nieuwe versie");

        await visit.Page.WaitForURLAsync($"**{Root}/{Site.Mapped}?bericht=ongewijzigd");
    }

    [Fact]
    public async Task An_example_that_is_too_large_is_refused()
    {
        using var client = site.Client();
        var large = await Post(client, new string('x', 5 * 1024 * 1024 + 1));
        Assert.Contains("hooguit 5 MB", await large.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);

        // Asked first, so that the answer comes before the file is sent.
        client.DefaultRequestHeaders.ExpectContinue = true;
        var larger = await Post(client, new string('x', 8 * 1024 * 1024));
        Assert.InRange((int)larger.StatusCode, 400, 499);
    }

    [Fact]
    public async Task A_verb_tries_a_mapping_without_keeping_anything()
    {
        var file = site.Write("Export Enschede week 12.csv", SupplierExport.Text(3, "18-03-2025"));

        var tried = await site.Run(0, "mappings", "try", "GM0153", file, "--name", Site.Mapped, "--json");

        var trial = JsonDocument.Parse(tried.Output).RootElement;
        Assert.Equal(3, trial.GetProperty("sum").GetInt32());
        Assert.Equal("2025-W12", trial.GetProperty("totals")[0].GetProperty("week").GetString());
        var wrong = site.Write("Export Enschede week 13.csv", SupplierExport.Text(1, "onzin"));
        var refused = await site.Run(2, "mappings", "try", "GM0153", wrong, "--name", Site.Mapped);
        Assert.Contains("mapping.date", refused.Errors, StringComparison.Ordinal);
        var listed = await site.Run(0, "mappings", "list", "GM0153");
        Assert.Contains("actief, versie 1", listed.Output, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> Post(HttpClient client, string text)
    {
        var page = await client.GetStringAsync(new Uri($"{Root}/nieuw", UriKind.Relative), Cancel);
        using var html = await new AngleSharp.Html.Parser.HtmlParser().ParseDocumentAsync(page, Cancel);
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(html.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!),
                "__RequestVerificationToken" },
            { new StringContent("te-groot"), "naam" }, { new StringContent("politie politie-week"), "afspraak" },
            { file, "voorbeeld", "Groot 1.csv" },
        };
        return await client.PostAsync(new Uri($"{Root}/nieuw", UriKind.Relative), form, Cancel);
    }

    private static Task Press(Visit visit, string name) => visit.Page
        .GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true }).ClickAsync();

    /// <summary>Holds what is posted to the same rules as every page, and leaves a picture.</summary>
    private static async Task Judge(Visit visit, string name)
    {
        // Axe is a script itself.
        if (!visit.HasScript)
            return;
        var width = await visit.Page.EvaluateAsync<int>("window.innerWidth");
        Assert.True(await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, name);
        Assert.Empty((await visit.Page.RunAxe(AccessibilityTests.Wcag)).Violations.Select(v => $"{v.Id}: {v.Help}"));
        await AccessibilityTests.Keep(visit.Page, name);
    }
}
