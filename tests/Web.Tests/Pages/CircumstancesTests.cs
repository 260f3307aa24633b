using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Twente.Igw.Web.Tests.Pages;

[Collection(nameof(Site))]
public sealed class CircumstancesTests(Site site)
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_cloud_says_that_it_is_no_cause_and_how_many_are_left_out()
    {
        var page = await Page("/omstandigheden?kengetal=woz-waarde&weken=52");

        var remarks = page.QuerySelectorAll("#puntenwolk .figure-remarks li")
            .Select(r => r.TextContent.Trim()).ToList();
        Assert.StartsWith("Samenhang is geen oorzaak", remarks[0], StringComparison.Ordinal);
        Assert.Equal(
            "1 van de 6 buurten staan er niet in: van 1 is het kengetal niet bekend.",
            remarks[1]);
        Assert.Equal(5, page.QuerySelectorAll("#puntenwolk svg.scatter circle.dot").Length);
        Assert.Equal(6, page.QuerySelectorAll("#puntenwolk tbody tr").Length);
    }

    [Fact]
    public async Task Each_column_says_its_unit_year_and_source()
    {
        var page = await Page("/omstandigheden?toon=inwoners&toon=woz-waarde&kengetal=huishoudensgrootte");

        var notes = page.QuerySelectorAll("#tabel thead .note").Select(n => n.TextContent).ToList();
        Assert.Equal(
            [
                "in 4 weken", "in 4 weken", "personen per huishouden, 2021, CBS", "personen, 2021, CBS",
                "× € 1.000, 2021, CBS",
            ], notes);
        Assert.Equal(".", CellOf(page, "Buurt 0102", 5));
        Assert.Equal("1.000", CellOf(page, "Buurt 0102", 4));
    }

    [Fact]
    public async Task The_table_is_ordered_by_the_column_that_was_chosen_with_what_is_not_known_last()
    {
        var page = await Page("/omstandigheden?toon=woz-waarde&volgorde=woz-waarde");

        Assert.Equal(
            ["Buurt 0101", "Buurt 0100", "Buurt 0002", "Buurt 0001", "Buurt 0000", "Buurt 0102"],
            page.QuerySelectorAll("#tabel tbody th").Select(h => h.TextContent.Trim()));
        Assert.Contains("WOZ", page.QuerySelector("#tabel th[aria-sort]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_control_finds_is_never_ranked_nor_named_in_the_cloud()
    {
        var page = await Page("/omstandigheden?categorie=ondermijning&volgorde=aantal");

        Assert.Empty(page.QuerySelectorAll("#tabel th[aria-sort]"));
        Assert.Empty(page.QuerySelectorAll("#puntenwolk .dot-name"));
        Assert.EndsWith(
            "volgt vooral inzet", page.QuerySelector("#puntenwolk-title")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_about_descent_is_ever_offered() => Assert.DoesNotMatch(
        "(?i)marok|migratie|herkomst|westers", (await Page("/omstandigheden")).Source.Text);

    [Fact]
    public async Task A_buurt_shows_its_key_figures_with_their_year()
    {
        var facts = (await Page("/buurten/BU01530000")).QuerySelector("dl.facts")!.TextContent;

        Assert.Contains("Gemiddelde WOZ-waarde van woningen", facts, StringComparison.Ordinal);
        Assert.Contains("(2021)", facts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_CSV_has_counts_and_key_figures_and_an_unknown_value_is_a_point()
    {
        using var client = site.Client();
        var page = await Page("/omstandigheden?toon=inwoners&kengetal=woz-waarde");
        var address = page.QuerySelector("#tabel a.figure-csv")!.GetAttribute("href")!;

        var rows = Csv.Read(await client.GetByteArrayAsync(new Uri(address, UriKind.Relative), Cancel));

        Assert.Equal("woz-waarde 2021", rows[0][6]);
        Assert.Equal(("BU01530102", "."), (rows[6][0], rows[6][6]));
    }

    [Fact]
    public async Task Another_key_figure_is_shown_at_once_and_columns_are_kept()
    {
        await using var visit = await (await site.Browser()).Visit(new Look());
        await visit.Open(site.Address("/omstandigheden?toon=inwoners"));

        await visit.Page.Locator("select[name=kengetal]").SelectOptionAsync("huishoudens");

        await Expect(visit.Page.Locator("#puntenwolk .axis-word").Last).ToContainTextAsync("Huishoudens");
        Assert.Contains("toon=inwoners", visit.Page.Url, StringComparison.Ordinal);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Columns_are_chosen_by_keyboard_and_without_script()
    {
        await using var visit = await (await site.Browser()).Visit(new Look { Script = false });
        await visit.Open(site.Address("/omstandigheden?toon=inwoners"));

        await visit.Page.Locator("main > details > summary").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Locator("input[value=huishoudens]").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Space");
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Toon deze kolommen" })
            .PressAsync("Enter");

        await Expect(visit.Page.Locator("#tabel thead")).ToContainTextAsync("Huishoudens");
        Assert.Contains("toon=huishoudens", visit.Page.Url, StringComparison.Ordinal);
    }

    private static string CellOf(IDocument page, string area, int column) =>
        page.QuerySelectorAll("#tabel tbody tr").Single(r => r.QuerySelector("th")!.TextContent.Trim() == area)
            .Children[column].TextContent;

    private async Task<IDocument> Page(string path)
    {
        using var client = site.Client();
        return await new HtmlParser().ParseDocumentAsync(
            await client.GetStringAsync(new Uri(path, UriKind.Relative), Cancel), Cancel);
    }
}
