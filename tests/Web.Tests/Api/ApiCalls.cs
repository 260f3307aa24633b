using System.Net;
using System.Text.Json;
using Xunit;

namespace Twente.Igw.Web.Tests.Api;

/// <summary>What tests ask the API, in one line each.</summary>
internal static class ApiCalls
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>
    /// Asks an address of the API and holds the answer to its status and the headers of every answer.
    /// </summary>
    public static async Task<JsonElement> Json(
        this HttpClient client, string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.StatusCode == status, $"{path}: {(int)answer.StatusCode} {text}");
        Assert.Equal("1.2.0", Assert.Single(answer.Headers.GetValues("API-Version")));
        Assert.Equal(
            status == HttpStatusCode.OK ? "application/json" : "application/problem+json",
            answer.Content.Headers.ContentType?.MediaType);
        return JsonDocument.Parse(text).RootElement;
    }

    public static async Task<HttpResponseMessage> Send(
        this HttpClient client, HttpMethod method, string path, string? knows = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (knows is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", knows);
        return await client.SendAsync(request, Cancel);
    }

    public static string? Text(this JsonElement element, string name) => element.GetProperty(name).GetString();

    public static int Number(this JsonElement element, string name) => element.GetProperty(name).GetInt32();

    public static List<JsonElement> List(this JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray()];

    public static IEnumerable<string> Names(this JsonElement element) => element.EnumerateObject().Select(p => p.Name);
}
