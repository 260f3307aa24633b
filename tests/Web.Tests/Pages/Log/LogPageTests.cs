using System.Net;
using System.Text.Json;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Web.Tests.Pages.Log;

[Collection(nameof(Site))]
public sealed class LogPageTests(Site site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_answers_for_privacy_reads_the_log_in_Dutch_and_is_on_it_herself()
    {
        using var officer = await site.Invite("privacy-officer", "GM0153");
        using var client = await Client(officer);
        var before = (await site.Recorded("audit.viewed")).Count;

        var page = await client.GetStringAsync(
            new Uri("/beheer/logboek?gebeurtenis=role.given", UriKind.Relative), Cancel);
        var sample = await client.GetStringAsync(
            new Uri("/beheer/logboek?beeld=steekproef&woord=dobbelsteen&aantal=3", UriKind.Relative), Cancel);
        var night = await client.GetStringAsync(
            new Uri("/beheer/logboek?beeld=nacht-en-weekend", UriKind.Relative), Cancel);

        Assert.Contains("Rol gegeven", page, StringComparison.Ordinal);
        Assert.Contains("Steekproef: 3 van", sample, StringComparison.Ordinal);
        Assert.Contains("22 en 6 uur", night, StringComparison.Ordinal);
        var viewed = await site.Recorded("audit.viewed");
        Assert.Equal(before + 3, viewed.Count);
        Assert.Equal("steekproef · dobbelsteen", viewed[^2]);
    }

    [Fact]
    public async Task The_chain_is_checked_with_a_button_and_the_page_says_up_to_where_it_is_right()
    {
        using var officer = await site.Invite("privacy-officer", "GM0153");
        await officer.CookieAt("enschede", Cancel);
        var page = new Uri(site.Address("/beheer/logboek"));

        using var answer = await officer.Post(page, new Uri(page, "/beheer/logboek/controle"), [], Cancel);
        using var after = await officer.Follow(new Uri(page, answer.Headers.Location!), Cancel);

        var text = await after.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("gecontroleerd en klopt", text, StringComparison.Ordinal);
        Assert.Contains("klopt tot en met regel", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collector_with_a_token_goes_on_where_it_was()
    {
        using var officer = await site.Invite("privacy-officer", "GM0153");
        var token = await officer.MakeToken(site.Address("/beheer/logboek/koppeling"), Cancel);
        using var client = site.Client(signedIn: false);
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);

        var first = await Lines(client, "/beheer/logboek/export.jsonl");
        var second = await Lines(client, $"/beheer/logboek/export.jsonl?na={first[^1]}");

        Assert.Equal(Enumerable.Range(1, first.Count), first.Select(n => (int)n));
        // What was fetched is a line itself, and nothing came twice.
        Assert.Equal(first[^1] + 1, second[0]);
        using var figures = await client.GetAsync(new Uri("/api/v1/gegevens/cijfers.csv", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, figures.StatusCode);
    }

    [Fact]
    public async Task The_command_line_writes_the_same_lines()
    {
        var lines = (await site.Run(0, "audit", "export", "GM0153", "--jsonl", "--since", "2")).Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

        using var first = JsonDocument.Parse(lines[0]);
        Assert.Equal(3, first.RootElement.GetProperty("attributes").GetProperty("igw.regel").GetInt64());
    }

    private async Task<HttpClient> Client(SiteUser user)
    {
        var client = site.Client(signedIn: false);
        client.DefaultRequestHeaders.Add("Cookie", await user.CookieAt("enschede", Cancel));
        return client;
    }

    private static async Task<IReadOnlyList<long>> Lines(HttpClient client, string path)
    {
        var text = await client.GetStringAsync(new Uri(path, UriKind.Relative), Cancel);
        return
        [
            .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line)
                .RootElement.GetProperty("attributes").GetProperty("igw.regel").GetInt64()),
        ];
    }
}
