using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Microsoft.Extensions.Options;
using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Access;

namespace Twente.Igw.Web.Api;

/// <summary>
/// Takes messages of Azure Event Grid that a blob was made: a hint that wakes the watch over all drop zones. What it
/// says is not read, so it can tell nobody of a gemeente and lead to nothing but a look.
/// </summary>
internal static class HintOverHttp
{
    /// <summary>A header of the subscription's own ("delivery properties"), kept secret there.</summary>
    public const string KeyHeader = "X-Igw-Hint-Key";

    private const string TypeHeader = "aeg-event-type";
    private const string Validation = "SubscriptionValidation";
    private const int LongestMessage = 0x100000;

    public static void MapStorageHints(this IEndpointRouteBuilder app) =>
        // Event Grid has no session; the handler asks for its key.
        app.MapPost("/meldingen/opslag", Post).On(SitePart.Supplier).ForAnybody().ExcludeFromDescription();

    private static async Task<IResult> Post(
        HttpRequest request, IOptions<StorageOptions> storage, IBackgroundJobClientV2 jobs, CancellationToken cancel)
    {
        if (storage.Value.HintKey is not { } key)
            return Results.NotFound();
        if (!CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(request.Headers[KeyHeader].ToString()), Encoding.UTF8.GetBytes(key)))
            return Results.Unauthorized();
        if (request.ContentLength is not (> 0 and <= LongestMessage))
            return Results.BadRequest();
        if (request.Headers[TypeHeader] == Validation)
            return await Validate(request, cancel);
        // Through a job: the process that watches may be another than this one.
        jobs.Create(Job.FromExpression<HintDropZones>(hint => hint.Execute()), new EnqueuedState());
        return Results.NoContent();
    }

    /// <summary>Proves to Event Grid that this address wants its messages.</summary>
    private static async Task<IResult> Validate(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            using var sent = await JsonDocument.ParseAsync(request.Body, default, cancel);
            return sent.RootElement is { ValueKind: JsonValueKind.Array } events && events.GetArrayLength() == 1
                && events[0].TryGetProperty("data", out var data)
                && data.TryGetProperty("validationCode", out var code) && code.ValueKind == JsonValueKind.String
                ? Results.Json(new { validationResponse = code.GetString() })
                : Results.BadRequest();
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return Results.BadRequest();
        }
    }
}
