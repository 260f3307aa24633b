using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace Twente.Igw.Web.Tests.Pages;

[Collection(nameof(Site))]
public sealed class DrawingTests(Site site)
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    public static readonly TheoryData<string, int> Pages = new()
    {
        { "/", 9 }, { "/?categorie=ondermijning", 9 }, { "/buurten", 4 }, { "/buurten/WK015300", 4 },
        { "/buurten/BU01530101?weken=52&maat=vergelijking", 4 }, { "/omstandigheden", 2 },
        { "/omstandigheden?niveau=wijk&categorie=ondermijning&kengetal=woz-waarde&weken=52", 2 },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_drawing_says_what_it_shows_of_when_and_from_whom(string path, int drawings)
    {
        var figures = await FiguresOf(path);

        Assert.Equal(drawings, figures.Count);
        Assert.All(figures, figure =>
        {
            Assert.NotEmpty(TextOf(figure, ".figure-title"));
            Assert.NotEmpty(TextOf(figure, ".figure-unit"));
            Assert.StartsWith("week ", TextOf(figure, ".figure-period"), StringComparison.Ordinal);
            Assert.Contains("politie-week van politie", TextOf(figure, ".figure-source"), StringComparison.Ordinal);
            Assert.Contains("t/m week", TextOf(figure, ".figure-source"), StringComparison.Ordinal);
            Assert.NotNull(figure.QuerySelector("table tbody tr"));
        });
        Assert.All(
            figures.Where(f => f.ClassList.Contains("figure-map")),
            map => Assert.Contains(
            "CBS/Kadaster 2021, CC BY 4.0", TextOf(map, ".figure-source"), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_drawing_comes_as_CSV_and_that_is_on_record(string path, int drawings)
    {
        using var client = site.Client();
        var addresses = (await FiguresOf(path))
            .Select(f => f.QuerySelector("a.figure-csv[download]")!.GetAttribute("href")!).ToList();
        Assert.Equal(drawings, addresses.Count);
        foreach (var address in addresses.Distinct())
        {
            var before = await site.Recorded("figures.exported");

            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancel);

            var name = answer.Content.Headers.ContentDisposition!.FileName!;
            Assert.True(Csv.Read(await answer.Content.ReadAsByteArrayAsync(Cancel)).Count > 1, address);
            Assert.Equal(
                [.. before, Path.GetFileNameWithoutExtension(name) + " · ring exact"],
                await site.Recorded("figures.exported"));
        }
        await site.Run(0, "audit", "verify", "GM0153");
    }

    [Fact]
    public async Task The_CSV_of_a_list_has_the_figures_of_the_list()
    {
        using var client = site.Client();
        var list = (await FiguresOf("/?maat=aantal&tot=2025-W44")).Single(f => f.Id == "lijst");
        var address = list.QuerySelector("a.figure-csv")!.GetAttribute("href")!;

        var rows = Csv.Read(await client.GetByteArrayAsync(new Uri(address, UriKind.Relative), Cancel));

        Assert.Equal(
            list.QuerySelectorAll("tbody tr").Select(r => r.QuerySelector("th")!.TextContent.Trim()).Order(),
            rows.Skip(1).Select(r => r[1]).Order());
    }

    [Fact]
    public async Task A_value_of_a_supplier_is_never_a_formula_in_a_spreadsheet()
    {
        using var client = site.Client();

        var rows = Csv.Read(await client.GetByteArrayAsync(
            new Uri($"/csv/bevindingen/{Site.Refused}", UriKind.Relative), Cancel));

        Assert.Contains(rows, r => r[3] == "'=1+1");
        Assert.DoesNotContain(rows.SelectMany(r => r), field => field.StartsWith('='));
    }

    private async Task<List<IElement>> FiguresOf(string path)
    {
        using var client = site.Client();
        var page = await client.GetStringAsync(new Uri(path, UriKind.Relative), Cancel);
        var html = await new HtmlParser().ParseDocumentAsync(page, Cancel);
        return [.. html.QuerySelectorAll("figure")];
    }

    private static string TextOf(IElement figure, string part) =>
        figure.QuerySelector(part)?.TextContent.Trim() ?? "";
}
