using System.Net;
using AngleSharp.Html.Parser;
using Xunit;

namespace Twente.Igw.Web.Tests.Pages;

[Collection(nameof(Site))]
public sealed class PostTests(Site site)
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_decision_without_the_token_of_the_page_is_refused()
    {
        using var client = site.Client();

        Assert.Equal(HttpStatusCode.BadRequest, await Post(client, "accepteren", "omdat", null));
    }

    [Fact]
    public async Task A_token_of_another_visitor_or_another_gemeente_is_refused()
    {
        using var client = site.Client();
        using var other = site.Client();
        using var hengelo = site.Client("hengelo");
        await TokenOf(client);

        Assert.Equal(HttpStatusCode.BadRequest, await Post(client, "accepteren", "omdat", await TokenOf(other)));
        Assert.Equal(
            HttpStatusCode.BadRequest, await Post(client, "accepteren", "omdat", await TokenOf(hengelo, 4)));
    }

    [Theory]
    [InlineData("accepteren", "")]
    [InlineData("accepteren", "   ")]
    [InlineData("onzin", "omdat")]
    [InlineData("", "omdat")]
    public async Task A_decision_without_a_reason_or_that_does_not_exist_is_refused(string decision, string reason)
    {
        using var client = site.Client();

        Assert.Equal(HttpStatusCode.BadRequest, await Post(client, decision, reason, await TokenOf(client)));
    }

    [Fact]
    public async Task Deciding_about_a_delivery_that_is_not_there_answers_404()
    {
        using var client = site.Client();

        Assert.Equal(HttpStatusCode.NotFound, await Post(client, "accepteren", "omdat", await TokenOf(client), 9999));
    }

    private static async Task<string> TokenOf(HttpClient client, long delivery = Site.Held)
    {
        var page = await client.GetStringAsync(new Uri($"/leveringen/{delivery}", UriKind.Relative), Cancel);
        using var html = await new HtmlParser().ParseDocumentAsync(page, Cancel);
        return html.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
    }

    private static async Task<HttpStatusCode> Post(
        HttpClient client, string decision, string reason, string? token, long delivery = Site.Held)
    {
        var fields = new Dictionary<string,
            string>(StringComparer.Ordinal)
        { ["besluit"] = decision, ["reden"] = reason };
        if (token is not null)
            fields["__RequestVerificationToken"] = token;
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync(
            new Uri($"/leveringen/{delivery}/besluit", UriKind.Relative), form, Cancel);
        return answer.StatusCode;
    }
}
