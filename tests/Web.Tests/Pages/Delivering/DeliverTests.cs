using System.Net;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Web.Tests.Pages;

/// <summary>Monday, two minutes: a file is chosen, checked, delivered, and the receipt says that it arrived.</summary>
[Collection(nameof(Site))]
public sealed class DeliverTests(Site site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, "2025-W46")]
    [InlineData(false, "2025-W47")]
    public async Task Choosing_checking_and_delivering_ends_at_a_receipt_also_without_script(bool script, string week)
    {
        var file = WeekFile.Of(week, 31) with { Municipality = "GM0164", Rows = [WeekFile.Row(week, "GM0164", 31)] };
        await using var visit = await (await site.Browser()).Visit(new Look { Script = script });
        await visit.Open(site.Address("/", Site.Suppliers));
        await visit.Page.ClickAsync("a.button.primary");
        await visit.Page.SetInputFilesAsync("#bestand", site.Write(file.Name, file.Text));
        await Judge(visit, $"aanleveren-1-gekozen-{week}");
        await visit.Page.ClickAsync("button.primary");

        var check = await visit.Content();
        Assert.Contains("Er is nog niets aangeleverd", check, StringComparison.Ordinal);
        Assert.Contains("31", check, StringComparison.Ordinal);
        await Judge(visit, $"aanleveren-2-controle-{week}");
        await visit.Page.ClickAsync("button.primary");

        await visit.Page.WaitForURLAsync("**/leveringen/gm0164/*", new PageWaitForURLOptions { Timeout = 30_000 });
        var receipt = await visit.Content();
        Assert.Contains("Ontvangstbewijs", receipt, StringComparison.Ordinal);
        Assert.Contains(file.Name, receipt, StringComparison.Ordinal);
        Assert.Matches("[0-9a-f]{64}", receipt);
        await Judge(visit, $"aanleveren-3-bewijs-{week}");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_dropped_file_chooses_its_gemeente_by_its_name()
    {
        await using var visit = await (await site.Browser()).Visit(new Look());
        await visit.Open(site.Address("/aanleveren", Site.Suppliers));

        await visit.Page.EvaluateAsync(
            """
            () => {
              const files = new DataTransfer();
              files.items.add(new File(['x'], 'politie-week_GM0164_2025-W46_2025-W46.csv'));
              document.querySelector('.file-drop').dispatchEvent(new DragEvent('drop', { dataTransfer: files }));
            }
            """);

        Assert.Equal("GM0164", await visit.Page.Locator("select[name=gemeente]").InputValueAsync());
        Assert.Equal("politie-week", await visit.Page.Locator("select[name=contract]").InputValueAsync());
        Assert.Contains(
            "politie-week_GM0164", await visit.Page.Locator(".file-drop-said").InnerTextAsync(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_stands_on_the_page_by_line_and_column_and_nothing_was_delivered()
    {
        var file = WeekFile.Of("2025-W48", 1, "GM0164") with { Rows = ["2025-W48;2021;BU01640000;1.1.1;2;nacht;veel"] };
        await using var visit = await (await site.Browser()).Visit(new Look());
        await visit.Open(site.Address("/aanleveren", Site.Suppliers));
        await visit.Page.SetInputFilesAsync("#bestand", site.Write(file.Name, file.Text));
        await visit.Page.ClickAsync("button.primary");

        Assert.Contains("Er klopt iets niet", await visit.Content(), StringComparison.Ordinal);
        Assert.Equal(["2", "7", "veel"], (await visit.Page.Locator("tbody tr").First.Locator("td").AllInnerTextsAsync())
            .Take(3));
        await Judge(visit, "aanleveren-2-fout");
        using var client = site.Client(Site.Suppliers);
        var list = await client.GetStringAsync(new Uri("/leveringen", UriKind.Relative), Cancel);
        Assert.DoesNotContain(file.Name, list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_the_token_of_the_page_is_refused_before_the_file_is_read()
    {
        using var client = site.Client(Site.Suppliers);
        using var form = new MultipartFormDataContent();
        using var content = new StringContent(WeekFile.Of("2025-W48", 1).Text);
        form.Add(content, "bestand", WeekFile.Of("2025-W48", 1).Name);

        using var answer = await client.PostAsync(new Uri("/aanleveren", UriKind.Relative), form, Cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    private static readonly Look[] Looks =
    [
        new(), new() { Dark = true }, new() { Width = 768 }, new() { Width = 390 },
        new() { Width = 390, Dark = true },
    ];

    /// <summary>Holds a step to WCAG in every look, and leaves pictures of it.</summary>
    private static async Task Judge(Visit visit, string name)
    {
        foreach (var look in Looks)
        {
            await visit.Look(look);
            await AccessibilityTests.Keep(visit.Page, $"{name}-{look}".Replace(' ', '-'));
            if (visit.HasScript)
                Assert.Empty((await visit.Page.RunAxe(AccessibilityTests.Wcag)).Violations
                    .Select(v => $"{look}: {v.Id}: {v.Help}"));
        }
        await visit.Look(Looks[0]);
    }
}
