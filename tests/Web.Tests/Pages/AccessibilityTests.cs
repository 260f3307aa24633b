using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Twente.Igw.Web.Tests.Pages;

[Collection(nameof(Site))]
public sealed class AccessibilityTests(Site site)
{
    /// <summary>Each width and each theme once: no rule of a style sheet asks for both together.</summary>
    private static readonly Look[] Looks = [new(), new() { Width = 320, Dark = true }];

    internal static readonly AxeRunOptions Wcag = new()
    {
        RunOnly = new RunOnlyOptions
        {
            Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"],
        },
    };

    [Theory]
    [InlineData("overzicht", "/")]
    [InlineData("overzicht-verschil",
        "/?categorie=misdrijven&weken=52&maat=vergelijking&niveau=wijk&vergelijk=vorigjaar")]
    [InlineData("overzicht-haal", "/?categorie=ondermijning&maat=aantal")]
    [InlineData("buurten", "/buurten")]
    [InlineData("wijk", "/buurten/WK015300")]
    [InlineData("buurt", "/buurten/BU01530000?weken=12")]
    [InlineData("omstandigheden", "/omstandigheden")]
    [InlineData("omstandigheden-wijken", "/omstandigheden?niveau=wijk&kengetal=woz-waarde&maat=aantal&weken=52")]
    [InlineData("omstandigheden-haal", "/omstandigheden?categorie=ondermijning&volgorde=woz-waarde&toon=inwoners")]
    [InlineData("leveringen", "/leveringen")]
    [InlineData("levering-geaccepteerd", "/leveringen/4")]
    [InlineData("levering-geweigerd", "/leveringen/5")]
    [InlineData("levering-aangehouden", "/leveringen/6")]
    [InlineData("levering-bericht", "/leveringen/6?bericht=andere-staat")]
    [InlineData("levering-verschil", "/leveringen/4/verschil")]
    [InlineData("aanvulling", "/leveringen/aanvulling")]
    [InlineData("afspraken", "/leveringen/afspraken")]
    [InlineData("bewaartermijnen", "/leveringen/bewaartermijnen")]
    [InlineData("leveringsstand-beheer", "/leveringsstand", "beheer")]
    [InlineData("gemeenten-beheer", "/gemeenten", "beheer")]
    [InlineData("leveranciers-beheer", "/leveranciers", "beheer")]
    [InlineData("wachtrijen-beheer", "/wachtrijen", "beheer")]
    [InlineData("gezondheid-beheer", "/gezondheid", "beheer")]
    [InlineData("account", "/account?bericht=afgemeld")]
    [InlineData("contracten", "/leveringen/contracten")]
    [InlineData("contract", "/leveringen/contracten/politie-opendata")]
    [InlineData("vertalingen", "/leveringen/vertalingen")]
    [InlineData("vertaling", "/leveringen/vertalingen/politie-export?bericht=bewaard")]
    [InlineData("vertaling-bewerken", "/leveringen/vertalingen/politie-export/bewerken")]
    [InlineData("vertaling-nieuw", "/leveringen/vertalingen/nieuw")]
    [InlineData("leeg-vertalingen", "/leveringen/vertalingen", "almelo")]
    [InlineData("definities", "/definities")]
    [InlineData("indelingen", "/indelingen", "borne")]
    [InlineData("indelingen-geen", "/indelingen")]
    [InlineData("omrekentabel", "/indelingen/1", "borne")]
    [InlineData("omrekentabel-bericht", "/indelingen/1?bericht=past-niet", "borne")]
    [InlineData("nieuwe-indeling", "/buurten/BU01470000?weken=26", "borne")]
    [InlineData("onbekend", "/bestaat-niet")]
    [InlineData("leeg-overzicht", "/", "almelo")]
    [InlineData("leeg-buurten", "/buurten", "almelo")]
    [InlineData("leeg-omstandigheden", "/omstandigheden", "almelo")]
    [InlineData("regio-vergelijking", "/?periode=2025-10", "regio")]
    [InlineData("regio-stand", "/stand", "regio")]
    [InlineData("regio-afspraak", "/modelafspraak", "regio")]
    [InlineData("regio-teksten", "/teksten", "regio")]
    [InlineData("wij-in-twente", "/regio?categorie=vermogen&periode=2025-10")]
    [InlineData("wij-in-twente-vrijgeven", "/regio", "hengelo")]
    [InlineData("wij-in-twente-niet", "/regio", "borne")]
    [InlineData("voorstel", "/regio/voorstellen/1")]
    [InlineData("leverancier-start", "/", "aanleveren")]
    [InlineData("leverancier-aanleveren", "/aanleveren", "aanleveren")]
    [InlineData("leverancier-leveringen", "/leveringen", "aanleveren")]
    [InlineData("leverancier-geen-leveringen", "/leveringen?uitkomst=vernietigd", "aanleveren")]
    [InlineData("leverancier-bewijs", "/leveringen/gm0153/4", "aanleveren")]
    [InlineData("leverancier-bewijs-herhaling", "/leveringen/gm0153/4?herhaling=ja&bericht=gevraagd", "aanleveren")]
    [InlineData("leverancier-geweigerd", "/leveringen/gm0153/5", "aanleveren")]
    [InlineData("leverancier-aangehouden", "/leveringen/gm0153/6", "aanleveren")]
    [InlineData("leverancier-specificatie", "/specificatie/politie-week", "aanleveren")]
    [InlineData("leverancier-specificaties", "/specificatie", "aanleveren")]
    [InlineData("leverancier-onbekend", "/bestaat-niet", "aanleveren")]
    [InlineData("leeg-leveringen", "/leveringen", "almelo")]
    [InlineData("leeg-indelingen", "/indelingen", "almelo")]
    [InlineData("koppeling", "/account/koppeling?bericht=ingetrokken")]
    [InlineData("aanmelden", "/aanmelden", "id")]
    [InlineData("wachtwoord", "/wachtwoord", "id")]
    [InlineData("wachtwoord-link", "/wachtwoord/00000000-0000-0000-0000-000000000000/oud", "id")]
    public Task Every_page_holds_to_WCAG_and_the_policy_in_light_and_dark_wide_and_narrow(
        string name, string path, string host = "enschede") => Judge(name, site.Address(path, host), _ =>
        Task.CompletedTask);

    [Theory]
    [InlineData("afspraak", "politie-week")]
    [InlineData("afspraak-bericht", "politie-week", "?bericht=vastgelegd")]
    public async Task The_page_of_an_agreement_holds_to_WCAG_too(string name, string contract, string query = "") =>
        await Judge(name, site.Address(await site.AgreementPath(contract) + query), _ => Task.CompletedTask);

    [Fact]
    public async Task What_is_refused_on_the_page_of_an_agreement_holds_to_WCAG_too() => await Judge(
        "afspraak-geweigerd", site.Address(await site.AgreementPath("gemeente-kerncijfers")), async visit =>
        {
            await visit.Page.FillAsync("#grondslag", "Wpg 16");
            await visit.Page.ClickAsync("button[value=bevestigen]");
            Assert.Equal("true", await visit.Page.Locator("#grondslag").GetAttributeAsync("aria-invalid"));
        });

    [Fact]
    public Task What_is_folded_away_holds_to_WCAG_too() => Judge(
        "uitgevouwen", site.Address("/"), visit => visit.Page.EvaluateAsync(
            "document.querySelectorAll('details').forEach(d => { d.open = true; })"));

    [Fact]
    public Task The_choice_of_columns_holds_to_WCAG_too() => Judge(
        "kolommen", site.Address("/omstandigheden"), visit => visit.Page.EvaluateAsync(
            "document.querySelectorAll('details').forEach(d => { d.open = true; })"));

    private async Task Judge(string name, string address, Func<Visit, Task> prepare)
    {
        var chromium = await site.Browser();
        await using var visit = await chromium.Visit(Looks[0]);
        List<string> faults = [];
        foreach (var look in Looks)
        {
            await visit.Look(look);
            await visit.Open(address);
            await prepare(visit);
            await Keep(visit.Page, $"{name}-{look}".Replace(' ', '-'));
            faults.AddRange((await FaultsOf(visit.Page, look.Width)).Select(fault => $"{look}: {fault}"));
        }
        faults.AddRange(visit.Complaints);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    internal static async Task<IEnumerable<string>> FaultsOf(IPage page, int width)
    {
        List<string> faults = [];
        if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") is var wide && wide > width)
            faults.Add($"the page is {wide} px wide and scrolls sideways");
        // Axe's own script is let in from outside the page's policy.
        var axe = await page.RunAxe(Wcag);
        Assert.NotEmpty(axe.Passes);
        faults.AddRange(axe.Violations.Select(v =>
            $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
        return faults;
    }

    /// <summary>Leaves a picture to look at, when asked for: each takes as long as opening its page.</summary>
    internal static async Task Keep(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("IGW_TEST_PICTURES") is { Length: > 0 } folder)
            await page.ScreenshotAsync(
                new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }
}
