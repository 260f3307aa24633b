using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Twente.Igw.Testing;
using Twente.Igw.Web.Tests.Pages;
using Xunit;

namespace Twente.Igw.Web.Tests.Api;

/// <summary>A supplier's program delivers by itself.</summary>
[Collection(nameof(Site))]
public sealed class SupplierApiTests(Site site) : IAsyncLifetime
{
    private const string Path = "/api/v1/leveringen";

    private string _token = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _token = await site.ProgramToken("politie");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_program_delivers_with_a_token_and_reads_its_receipt()
    {
        var file = WeekFile.Of("2025-W49", 12, "GM0164");
        using var client = Program();

        using var answer = await client.PostAsync(new Uri(Path, UriKind.Relative), Form(file), Cancel);
        var received = await Read(answer, HttpStatusCode.Accepted);
        Assert.Equal(received.GetProperty("adres").GetString(), answer.Headers.Location?.ToString());
        var receipt = await Receipt(client, answer.Headers.Location!);
        Assert.Equal(12, receipt.GetProperty("ontvangstbewijs").GetProperty("som").GetInt64());

        using var again = await client.PostAsync(new Uri(Path, UriKind.Relative), Form(file), Cancel);
        var repeated = await Read(again, HttpStatusCode.OK);
        Assert.True(repeated.GetProperty("herhaling").GetBoolean());
        Assert.Equal(
            receipt.GetProperty("ontvangstbewijs").GetProperty("nummer").GetInt64(),
            repeated.GetProperty("nummer").GetInt64());
    }

    [Fact]
    public async Task A_file_alone_with_its_name_in_the_address_is_enough()
    {
        var file = WeekFile.Of("2025-W50", 12, "GM0164");
        using var client = Program();
        using var content = new StringContent(file.Text, Encoding.UTF8, "text/csv");

        using var answer = await client.PostAsync(
            new Uri($"{Path}?naam={file.Name}", UriKind.Relative), content, Cancel);

        await Read(answer, HttpStatusCode.Accepted);
    }

    [Theory]
    [InlineData("politie-week_GM0000_2025-W46_2025-W46.csv", 403, "delivery.no-agreement")]
    [InlineData("politie-week_GM0153_2025-W46_2025-W46.zip", 422, "delivery.file-kind")]
    [InlineData("uitvoer.csv", 422, "delivery.choose")]
    [InlineData("", 422, "delivery.file-name")]
    public async Task What_cannot_be_delivered_is_a_problem_with_a_code(string name, int status, string code)
    {
        using var client = Program();
        using var content = new StringContent("x", Encoding.UTF8, "text/csv");

        using var answer = await client.PostAsync(new Uri($"{Path}?naam={name}", UriKind.Relative), content, Cancel);

        var problem = await Read(answer, (HttpStatusCode)status);
        Assert.Equal(code, problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Without_a_good_token_nothing_is_answered()
    {
        using var client = site.Client(Site.Suppliers);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _token[..^4] + "AAAA");

        using var answer = await client.GetAsync(new Uri(Path, UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task A_session_delivers_from_its_own_pages_and_not_from_another_site()
    {
        using var client = site.Client(Site.Suppliers);
        client.DefaultRequestHeaders.Add("Origin", site.Address("", "enschede"));
        using var content = new StringContent("x", Encoding.UTF8, "text/csv");

        using var answer = await client.PostAsync(new Uri($"{Path}?naam=x.csv", UriKind.Relative), content, Cancel);

        var problem = await Read(answer, HttpStatusCode.Forbidden);
        Assert.Equal("request.forged", problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_description_of_this_host_holds_delivering_and_that_of_a_gemeente_does_not()
    {
        using var client = site.Client(Site.Suppliers, signedIn: false);
        var own = await client.GetStringAsync(new Uri("/api/v1/openapi.json", UriKind.Relative), Cancel);
        using var tenant = site.Client();
        var theirs = await tenant.GetStringAsync(new Uri("/api/v1/openapi.json", UriKind.Relative), Cancel);

        Assert.Contains("\"/leveringen/{gemeente}/{nummer}/intrekken\"", own, StringComparison.Ordinal);
        Assert.DoesNotContain("/cijfers", own, StringComparison.Ordinal);
        Assert.DoesNotContain("intrekken", theirs, StringComparison.Ordinal);
    }

    private HttpClient Program()
    {
        var client = site.Client(Site.Suppliers, signedIn: false);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        return client;
    }

    private static MultipartFormDataContent Form(WeekFile file) => new()
    {
        { new StringContent("gm0164"), "gemeente" },
        { new StringContent("politie-week"), "contract" },
        { new StringContent(file.Text), "bestand", file.Name },
    };

    private static async Task<JsonElement> Receipt(HttpClient client, Uri address)
    {
        while (true)
        {
            using var answer = await client.GetAsync(address, Cancel);
            if (answer.StatusCode == HttpStatusCode.SeeOther)
                address = answer.Headers.Location!;
            else if (await Read(answer, HttpStatusCode.OK) is var shown
                && shown.TryGetProperty("ontvangstbewijs", out _))
                return shown;
            await Task.Delay(100, Cancel);
        }
    }

    private static async Task<JsonElement> Read(HttpResponseMessage answer, HttpStatusCode status)
    {
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.StatusCode == status, $"{(int)answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }
}
