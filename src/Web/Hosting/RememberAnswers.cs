using Microsoft.AspNetCore.Http.Features;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Access;

namespace Twente.Igw.Web.Hosting;

/// <summary>Marks an endpoint whose answer follows from its address, figures and the viewer's sight alone.</summary>
internal sealed class FollowsFromFigures;

/// <summary>
/// Answers an address again from memory while nothing changed: a browser that has the newest version gets 304, another
/// gets the bytes made before. What is remembered belongs to one tenant, one sight (ring, sensitive categories or
/// not, and for a page its reader) and one version of figures and areas.
/// </summary>
internal sealed class RememberAnswers(RequestDelegate next)
{
    private const int MaxRemembered = 1_000_000;

    public async Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<FollowsFromFigures>() is null || !IsRead(http.Request))
        {
            await next(http);
            return;
        }
        var sight = SightOf(http.RequestServices.GetRequiredService<ReadViewer>().Viewer, ReaderOf(http));
        var stamp = $"{await StampOf(http)}-{sight}-{Build}";
        var tag = $"\"{stamp}\"";
        var headers = http.Response.Headers;
        (headers.ETag, headers.CacheControl, headers.Vary) = (tag, "private, no-cache", "Accept-Encoding");
        if (http.Request.Headers.IfNoneMatch.Any(known => known!.Contains(tag, StringComparison.Ordinal)))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        var memory = http.RequestServices.GetRequiredService<TenantCache>().GetOrAdd(() => new AnswerMemory());
        var address = http.Request.Path + http.Request.QueryString.Value;
        var shelf = memory.ShelfFor(sight, stamp);
        if (shelf.Find(address) is { } found)
            await Write(http, found);
        else
            await MakeAndRemember(http, shelf, address);
    }

    private static bool IsRead(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.HttpContext.Features.Get<AnsweringPart>()?.Part == SitePart.Tenant;

    private static async Task<string> StampOf(HttpContext http)
    {
        var services = http.RequestServices;
        var counts = (await services.GetRequiredService<CubeStore>().Current(http.RequestAborted)).Stamp;
        var figures = (await services.GetRequiredService<KeyFigureStore>().Current(http.RequestAborted)).Stamp;
        var versions =
            $"{counts.Version}-{counts.AreasVersion}-{counts.Settings}-{figures.Version}-{figures.PublicVersion}";
        // What may not be shown yet is part of what an answer says.
        return $"{versions}-{figures.Closed}";
    }

    /// <summary>Everything of a viewer that an answer may follow from.</summary>
    internal static string SightOf(Viewer viewer, string reader) =>
        $"{viewer.Ring}{(viewer.SeesSensitive ? "-gevoelig" : "")}-{reader}";

    /// <summary>A page names its reader and shows her menu; an answer of the API is one for a whole ring.</summary>
    private static string ReaderOf(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
            ? "" : http.Features.Get<Visitor>()?.Stamp ?? "";

    private async Task MakeAndRemember(HttpContext http, AnswerShelf shelf, string address)
    {
        var original = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var bytes = new MemoryStream();
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(bytes));
        try
        {
            await next(http);
            await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
        }
        finally
        {
            http.Features.Set(original);
        }
        if (http.Response.StatusCode != StatusCodes.Status200OK || bytes.Length > MaxRemembered)
        {
            await WriteUnremembered(http, bytes);
            return;
        }
        var answer = RememberedAnswer.Of(http.Response.ContentType, bytes.ToArray());
        shelf.Keep(address, answer);
        await Write(http, answer);
    }

    /// <summary>A refusal has no version; an empty one is left to be explained by the page for failures.</summary>
    private static async Task WriteUnremembered(HttpContext http, MemoryStream bytes)
    {
        if (http.Response.StatusCode != StatusCodes.Status200OK)
            (http.Response.Headers.ETag, http.Response.Headers.CacheControl) = (default, "no-store");
        if (bytes.Length > 0)
            await http.Response.Body.WriteAsync(bytes.ToArray(), http.RequestAborted);
    }

    private static async Task Write(HttpContext http, RememberedAnswer answer)
    {
        var packed = http.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
        var bytes = packed ? answer.Packed : answer.Bytes;
        if (packed)
            http.Response.Headers.ContentEncoding = "br";
        http.Response.ContentType = answer.ContentType;
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    /// <summary>Another build of the program may write the same figures otherwise.</summary>
    private static readonly string Build =
        typeof(RememberAnswers)
            .Assembly.ManifestModule.ModuleVersionId.ToString("N", CultureInfo.InvariantCulture)[..8];
}
