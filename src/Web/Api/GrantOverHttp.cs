using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Twente.Igw.Deliveries;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Access;
using Twente.Igw.Web.Delivering;

namespace Twente.Igw.Web.Api;

/// <summary>
/// Lets a supplier upload a file straight to a gemeente's drop zone: a program with a token, or a person signed in on
/// the host of suppliers.
/// </summary>
internal static class GrantOverHttp
{
    public static void MapUploadGrants(this IEndpointRouteBuilder api) =>
        api.MapPost("/leveringen/toegang", Post).On(SitePart.Supplier).Needs(Permission.Deliver)
            .RequireRateLimiting(LimitDelivering.Policy).ExcludeFromDescription();

    private static async Task<IResult> Post(
        GrantQuestion question, HttpContext http, [AsParameters] Granting granting, CancellationToken cancel)
    {
        if (granting.Asking.IsForged)
            return ApiProblem.Of(StatusCodes.Status403Forbidden, "request.forged", null,
                Upload.Refused.Forged.Sentence);
        if (SupplierOf(question, http.Features.GetRequiredFeature<Visitor>()) is not { } supplier)
            return ApiProblem.Of(StatusCodes.Status400BadRequest, "grant.supplier", "leverancier",
                "U levert voor meer dan een leverancier, of voor een andere; noem er een van uzelf.");
        if (granting.Storage.Value.Kind == StorageKind.Folder)
            return ApiProblem.Of(StatusCodes.Status409Conflict, "grant.not-here", null,
                "Op dit platform kan niet rechtstreeks in de opslag worden geladen. Lever het bestand aan met POST " +
                "/api/v1/leveringen, op de pagina voor leveranciers of in de leveringsmap.");
        var request = new GrantRequest(
            question.Contract, question.Bestand, question.Bytes, question.Sha256, question.Volgnummer);
        if (GrantUpload.ObjectionTo(request) is { } wrong)
            return Refused(wrong);
        return await Ask(supplier, question.Gemeente, request, granting, cancel) switch
        {
            GrantUpload.Outcome.Granted granted => Results.Json(
                UploadGranted.Of(granted), statusCode: StatusCodes.Status201Created),
            GrantUpload.Outcome.Refused other => Refused(other),
            // The same words whether the gemeente is on the platform or not.
            _ => ApiProblem.Of(StatusCodes.Status404NotFound, "grant.agreement", "gemeente",
                $"Er is nu geen afspraak met gemeente '{question.Gemeente}' om '{question.Contract}' te leveren."),
        };
    }

    private static async Task<GrantUpload.Outcome> Ask(
        SupplierCode supplier, string tenant, GrantRequest request, Granting granting, CancellationToken cancel)
    {
        if (!TenantId.TryParse(tenant, out var id))
            return new GrantUpload.Outcome.NoAgreement();
        try
        {
            await using var scope = await granting.Scopes.Open(id, cancel);
            return await scope.Get<GrantUpload>().Execute(supplier, request, granting.Asking.Actor, cancel);
        }
        catch (UnknownTenantException)
        {
            return new GrantUpload.Outcome.NoAgreement();
        }
    }

    /// <summary>Only one of the asker's own; who has several names one.</summary>
    private static SupplierCode? SupplierOf(GrantQuestion question, Visitor visitor)
    {
        var code = question.Leverancier ?? (visitor.Suppliers.Count == 1 ? visitor.Suppliers.Single() : "");
        return visitor.Suppliers.Contains(code) && SupplierCode.TryParse(code, out var own) ? own : null;
    }

    private static IResult Refused(GrantUpload.Outcome.Refused refused) => ApiProblem.Of(
        StatusCodes.Status400BadRequest, refused.Code, refused.Property, refused.Sentence);
}

/// <summary>What granting needs.</summary>
internal sealed record Granting(ReadSupplier Asking, ITenantScopes Scopes, IOptions<StorageOptions> Storage);

/// <summary>The file that a supplier wants to upload.</summary>
internal sealed record GrantQuestion
{
    /// <summary>Code of the gemeente, such as <c>GM0153</c>.</summary>
    public string Gemeente { get; init; } = "";

    public string Contract { get; init; } = "";

    /// <summary>Its name by the contract.</summary>
    public string Bestand { get; init; } = "";

    public long Bytes { get; init; }

    /// <summary>In lower-case hexadecimal.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Its place in the supplier's order, where the agreement asks for one.</summary>
    public long? Volgnummer { get; init; }

    /// <summary>Only a person who delivers for several suppliers names one.</summary>
    public string? Leverancier { get; init; }
}

/// <summary>How the file is to be uploaded.</summary>
/// <param name="Toegang">Number of the grant.</param>
/// <param name="Methode">The HTTP method.</param>
/// <param name="Adres">Where; it holds its own proof.</param>
/// <param name="Kopregels">Headers to send along.</param>
/// <param name="Tot">Until when, in UTC.</param>
internal sealed record UploadGranted(
    Guid Toegang, string Methode, Uri Adres, IReadOnlyDictionary<string, string> Kopregels, DateTime Tot)
{
    private static readonly Dictionary<string, string> Headers = new(StringComparer.Ordinal)
    {
        ["x-ms-blob-type"] = "BlockBlob",
    };

    public static UploadGranted Of(GrantUpload.Outcome.Granted granted) =>
        new(granted.Grant, "PUT", granted.Address, Headers, granted.Until);
}
