using System.Net;
using System.Text;
using System.Text.Json;
using ExcelDataReader;
using Xunit;

namespace Twente.Igw.Web.Tests.Pages.Region;

/// <summary>
/// The region as its coordinator and a gemeente see it: Enschede published, Hengelo waits, Borne takes no part.
/// </summary>
[Collection(nameof(Site))]
public sealed class RegionTests(Site site)
{
    private const string Asked = "?categorie=vermogen&periode=2025-10";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_published_who_waits_and_who_takes_no_part_stand_side_by_side()
    {
        var page = await Text("/" + Asked, "regio");

        Assert.Contains("1 van de 3 gemeenten gaven dit vrij", page, StringComparison.Ordinal);
        Assert.Contains("Vooral fietsen, door een nieuw meldpunt.", page, StringComparison.Ordinal);
        Assert.Contains("nog niet vrijgegeven", page, StringComparison.Ordinal);
        Assert.Contains("geen afspraak", page, StringComparison.Ordinal);
        Assert.Contains("Met ruis beschermd, wijkt hooguit 3 af.", page, StringComparison.Ordinal);
        // With fewer than three others nobody is held against them.
        Assert.Contains("te weinig andere gemeenten", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_figures_are_on_the_page_in_the_API_and_in_each_file()
    {
        using var api = JsonDocument.Parse(await Text("/api/v1/regio/vergelijking" + Asked, "regio"));
        var row = api.RootElement.GetProperty("rijen").EnumerateArray()
            .Single(r => r.GetProperty("gemeente").GetString() == "GM0153");
        var count = row.GetProperty("aantal").GetInt32().ToString(CultureInfo.InvariantCulture);

        Assert.Contains(
            $"<td class=\"number\">{count}</td>", await Text("/" + Asked, "regio"), StringComparison.Ordinal);
        var csv = await Text("/vergelijking.csv" + Asked, "regio");
        Assert.Contains("modelafspraak 1 van ", csv, StringComparison.Ordinal);
        Assert.Contains($"GM0153;Enschede;{count};", csv, StringComparison.Ordinal);
        Assert.Contains("GM0147;Borne;;", csv, StringComparison.Ordinal);
        // The reader of workbooks asks for encodings of before Unicode, also where it needs none.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var workbook = new MemoryStream(await Bytes("/vergelijking.xlsx" + Asked, "regio"));
        using var sheets = ExcelReaderFactory.CreateReader(workbook);
        Assert.Contains(Rows(sheets), r => r.Contains("GM0153", StringComparison.Ordinal)
            && r.Contains(count, StringComparison.Ordinal));
        var paper = Encoding.Latin1.GetString(await Bytes("/vergelijking.pdf" + Asked, "regio"));
        Assert.StartsWith("%PDF-1.7", paper, StringComparison.Ordinal);
        Assert.Contains("(Enschede) Tj", paper, StringComparison.Ordinal);
        Assert.Contains($"({count}) Tj", paper, StringComparison.Ordinal);
        Assert.Contains(
            await site.RecordedByPlatform("figures.exported"),
            subject => subject.StartsWith("vergelijking-vermogen-2025-10", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("?periode=ooit", "is geen periode")]
    [InlineData("?categorie=alles", "staat niet in de modelafspraak")]
    [InlineData("?categorie=1.1.1&periode=2025-10", "wordt alleen per jaar gepubliceerd")]
    [InlineData("?volgorde=hoogste", "is geen volgorde")]
    public async Task A_question_that_cannot_be_answered_gets_the_rule(string query, string rule)
    {
        using var client = site.Client("regio");
        using var page = await client.GetAsync(new Uri("/" + query, UriKind.Relative), Cancel);
        using var api = await client.GetAsync(new Uri("/api/v1/regio/vergelijking" + query, UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        Assert.Contains(rule, await page.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, api.StatusCode);
        Assert.Contains(rule, await api.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gemeente_sees_exactly_what_is_published_in_her_name()
    {
        var page = await Text("/regio" + Asked, "enschede");
        Assert.Contains("gepubliceerd op", page, StringComparison.Ordinal);
        Assert.Contains("/regio/voorstellen/1", page, StringComparison.Ordinal);

        var proposal = await Text("/regio/voorstellen/1/csv", "enschede");
        using var api = JsonDocument.Parse(await Text("/api/v1/regio/vergelijking" + Asked, "regio"));
        var count = api.RootElement.GetProperty("rijen")[1].GetProperty("aantal").GetInt32();
        Assert.Contains($"GM0153;vermogen;2025-10;{count};", proposal, StringComparison.Ordinal);

        using var other = site.Client("almelo");
        using var answer = await other.GetAsync(new Uri("/regio/voorstellen/1", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Only_the_named_role_approves_and_only_with_a_sentence()
    {
        Assert.Contains("wacht op vrijgeven", await Text("/regio", "hengelo"), StringComparison.Ordinal);
        using var policy = await site.Invite("beleidsmedewerker", "GM0164");
        using var theirs = await policy.Follow(new Uri(site.Address("/regio", "hengelo")), Cancel);
        Assert.Contains(
            "De rol analist geeft bij uw gemeente vrij.", await theirs.Content.ReadAsStringAsync(Cancel),
            StringComparison.Ordinal);

        using var refused = await policy.Post(
            new Uri(site.Address("/account", "hengelo")), new Uri(site.Address("/regio/vrijgeven", "hengelo")),
            [new("voorstel", "1"), new("duiding", "Een zin over wat opvalt.")], Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(
            "geeft de rol analist een maand vrij", await refused.Content.ReadAsStringAsync(Cancel),
            StringComparison.Ordinal);
    }

    private static IEnumerable<string> Rows(IExcelDataReader sheet)
    {
        while (sheet.Read())
            yield return string.Join(';', Enumerable.Range(0, sheet.FieldCount).Select(sheet.GetValue));
    }

    private async Task<string> Text(string path, string host) => Encoding.UTF8.GetString(await Bytes(path, host));

    private async Task<byte[]> Bytes(string path, string host)
    {
        using var client = site.Client(host);
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancel);
        Assert.True(
            answer.StatusCode == HttpStatusCode.OK,
            $"{path}: {answer.StatusCode} {Encoding.UTF8.GetString(bytes)}");
        return bytes;
    }
}
