using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using Twente.Igw.Testing;
using Twente.Igw.Web.Tests.Pages;
using Xunit;

namespace Twente.Igw.Web.Tests.Access;

/// <summary>What a reader in classes gets from the running site, and who may see sensitive figures.</summary>
[Collection(nameof(Site))]
public sealed class ReaderTests(Site site)
{
    private static readonly string[] Classes = ["1–4", "5–9", "10–19", "1–19", "20 of meer", "x", "."];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/buurten")]
    [InlineData("/buurten?weken=52&maat=per1000&niveau=wijk")]
    [InlineData("/buurten/WK015300?maat=vergelijking")]
    [InlineData("/buurten/BU01530000?weken=12")]
    [InlineData("/omstandigheden")]
    [InlineData("/?weken=26&tot=2025-W10&categorie=E33")]
    public async Task Every_page_of_figures_is_answered_in_classes_and_says_so(string path)
    {
        using var reader = await Reader();
        var page = new HtmlParser().ParseDocument(await reader.GetStringAsync(Local(path), Cancel));

        Assert.Contains("Dat is een huisregel", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.QuerySelectorAll("#filter-weken option"), o => o.TextContent == "26 weken");
        Assert.Single(page.QuerySelectorAll("#filter-tot option"));
        Assert.Null(page.QuerySelector("#filter-categorie option[value=E33]"));
        var counts = page.QuerySelectorAll("table.ranked tbody tr td.number:nth-child(3), table.heat td")
            .Select(c => c.TextContent.Replace(".", "", StringComparison.Ordinal).Replace("*", "").Trim())
            .Where(t => int.TryParse(t, out _)).Select(int.Parse);
        Assert.All(counts, c => Assert.True(c is 0 or >= 20, $"{path} shows {c}"));
    }

    [Fact]
    public async Task A_count_below_twenty_has_a_class_and_no_number_in_the_interface()
    {
        using var reader = await Reader();
        var (first, last) = await Newest(reader);
        var answer = JsonNode.Parse(await reader.GetStringAsync(
            Local($"/api/v1/cijfers?niveau=buurt&categorie=vermogen&van={first}&tot={last}"), Cancel))!;

        Assert.Equal("lezen", answer["ring"]!.GetValue<string>());
        var classed = answer["rijen"]!.AsArray().Where(r => r!["klasse"] is not null).ToList();
        Assert.NotEmpty(classed);
        Assert.All(classed, r => Assert.Null(r!["aantal"]));
    }

    [Theory]
    [InlineData("/api/v1/cijfers?niveau=buurt&categorie=vermogen&van=2025-W10&tot=2025-W12", "ring.outside-grid")]
    [InlineData(
        "/api/v1/cijfers?niveau=buurt&categorie=vermogen&van=2024-W01&tot=2024-W52&bekendOp=2025-01-01",
        "ring.known-on")]
    [InlineData("/api/v1/cijfers?niveau=buurt&categorie=E33&van=2024-W01&tot=2024-W52", "ring.sensitive")]
    [InlineData("/csv/cijfers?niveau=buurt&categorie=vermogen&van=2025-W10&tot=2025-W12", "ring.outside-grid")]
    [InlineData("/csv/reeks?categorie=vermogen&van=2025-W10&tot=2025-W12", "ring.outside-grid")]
    public async Task What_is_not_hers_is_refused_with_a_sentence_that_names_what_is(string path, string code)
    {
        using var reader = await Reader();
        using var answer = await reader.GetAsync(Local(path), Cancel);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!;

        Assert.Equal((HttpStatusCode.Forbidden, code), (answer.StatusCode, problem["code"]!.GetValue<string>()));
        Assert.NotEmpty(problem["detail"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_export_holds_classes_in_words_and_is_on_the_record_with_its_ring()
    {
        using var reader = await Reader();
        var (first, last) = await Newest(reader);
        var rows = Csv.Read(await reader.GetByteArrayAsync(
            Local($"/csv/cijfers?niveau=buurt&categorie=vermogen&van={first}&tot={last}&vergelijk=driejaar"), Cancel));

        Assert.Equal(["gebied", "naam", "aantal", "klasse"], rows[0].Take(4));
        Assert.All(rows.Skip(1), r => Assert.True(
            r[2] is "" or "0" || int.Parse(r[2], CultureInfo.InvariantCulture) >= 20, r[2]));
        Assert.Contains(rows.Skip(1), r => r[3].Contains("tot en met", StringComparison.Ordinal));
        Assert.EndsWith("ring lezen", (await site.Recorded("figures.exported"))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Viewers_of_different_rights_share_no_remembered_answer()
    {
        using var analyst = site.Client();
        using var reader = await Reader();
        using var mandated = await Mandated();
        var tags = new HashSet<string>();
        var bodies = new HashSet<string>();
        foreach (var client in (HttpClient[])[analyst, reader, mandated, analyst, reader, mandated])
        {
            using var answer = await client.GetAsync(Local("/buurten?categorie=overlast&weken=12"), Cancel);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            tags.Add(answer.Headers.ETag!.Tag);
            bodies.Add(await answer.Content.ReadAsStringAsync(Cancel));
        }

        Assert.Equal((3, 3), (tags.Count, bodies.Count));
    }

    [Fact]
    public async Task With_a_mandate_each_look_at_a_sensitive_category_is_on_the_record_also_from_memory()
    {
        using var mandated = await Mandated();
        var before = (await site.Recorded("figures.sensitive-viewed")).Count;

        for (var look = 0; look < 2; look++)
        {
            var page = await mandated.GetStringAsync(Local("/buurten?categorie=E33"), Cancel);
            Assert.Contains("Overlast door persoon met verward gedrag", page, StringComparison.Ordinal);
        }
        await mandated.GetStringAsync(Local("/buurten?categorie=vermogen"), Cancel);

        var looks = await site.Recorded("figures.sensitive-viewed");
        Assert.Equal(before + 2, looks.Count);
        Assert.Equal("E33 · /buurten · ring exact", looks[^1]);
    }

    [Fact]
    public async Task A_mandate_for_sensitive_figures_needs_a_purpose_and_an_end()
    {
        var refused = await site.Run(
            1, "user", "invite", "iemand@voorbeeld.example", "--name", "Analist", "--role", "analist", "--at", "GM0153",
            "--sensitive");

        Assert.Contains("met een doel en een einddatum", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_sensitive_stands_on_the_page_of_the_gemeente_by_year()
    {
        using var reader = await Reader();
        var page = new HtmlParser().ParseDocument(await reader.GetStringAsync(Local("/buurten"), Cancel));

        var rows = page.QuerySelectorAll("section[aria-labelledby=gevoelig] tbody td")
            .Select(c => c.TextContent).ToList();
        Assert.Equal(7, rows.Count);
        Assert.All(rows, r => Assert.True(
            Classes.Contains(r) || int.Parse(
                r.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) is 0 or >= 20, r));
    }

    private async Task<HttpClient> Reader()
    {
        using var user = await site.Invite("beleidsmedewerker", "GM0153");
        return await As(user);
    }

    private async Task<HttpClient> Mandated()
    {
        using var user = await site.Invite("analist", "GM0153");
        await site.Run(
            0, "user", "invite", user.Mail, "--name", "Analist", "--role", "analist", "--at", "GM0153", "--sensitive",
            "--purpose", "aanpak verward gedrag", "--until", "2099-12-31");
        return await As(user);
    }

    private async Task<HttpClient> As(SiteUser user)
    {
        var client = site.Client(signedIn: false);
        client.DefaultRequestHeaders.Add("Cookie", await user.CookieAt("enschede", Cancel));
        return client;
    }

    private static async Task<(string First, string Last)> Newest(HttpClient client)
    {
        var page = new HtmlParser().ParseDocument(await client.GetStringAsync(Local("/buurten"), Cancel));
        var csv = page.QuerySelector("#kaart a.figure-csv")!.GetAttribute("href")!;
        var query = System.Web.HttpUtility.ParseQueryString(csv.Split('?')[1]);
        return (query["van"]!, query["tot"]!);
    }

    private static Uri Local(string path) => new(path, UriKind.Relative);
}
