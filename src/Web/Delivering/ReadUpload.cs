using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Delivering;

/// <summary>
/// Reads a file that is sent while it comes in: what is known of it decides first, and its bytes go straight to where
/// offers lie. Never held whole, in memory or elsewhere.
/// </summary>
internal sealed class ReadUpload(StoreOffer store, IAntiforgery forms)
{
    private const string Token = "__RequestVerificationToken";
    private const int LongestField = 4_096;
    private const int LargestManifest = 65_536;
    private const long AroundFile = 1024 * 1024;

    /// <param name="http">A multipart request, or a file alone with what it is in the query.</param>
    /// <param name="reach">What its sender may reach.</param>
    /// <param name="isForm">Sent by a page, whose token is checked before a byte is read.</param>
    public async Task<Upload> Execute(HttpContext http, SupplierReach reach, bool isForm)
    {
        var largest = reach.Agreements.Select(a => a.SizeLimit).DefaultIfEmpty(0).Max();
        if (http.Request.ContentLength > largest + AroundFile)
            return Upload.Refused.TooLarge(largest);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } most)
            most.MaxRequestBodySize = largest + AroundFile;
        try
        {
            return MultipartBoundary(http.Request) is { } boundary
                ? await Parts(http, reach, isForm, new MultipartReader(boundary, http.Request.Body))
                : isForm ? Upload.Refused.NoFile : await Alone(http, reach);
        }
        catch (StorageAwayException)
        {
            return Upload.Refused.StorageAway;
        }
        catch (Exception failure) when (failure is BadHttpRequestException or InvalidDataException or IOException
            && !http.RequestAborted.IsCancellationRequested)
        {
            return failure is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }
                ? Upload.Refused.TooLarge(largest) : Upload.Refused.Unreadable;
        }
    }

    private async Task<Upload> Alone(HttpContext http, SupplierReach reach)
    {
        var query = http.Request.Query;
        var announced = Announced(query["naam"].ToString(), query["gemeente"], query["contract"]);
        return await Keep(http, reach, announced, http.Request.Body);
    }

    private async Task<Upload> Parts(HttpContext http, SupplierReach reach, bool isForm, MultipartReader reader)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        Upload upload = Upload.Refused.NoFile;
        byte[]? manifest = null;
        while (await reader.ReadNextSectionAsync(http.RequestAborted) is { } section)
        {
            if (section.GetContentDispositionHeader() is not { } disposition)
                continue;
            var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
            if (!disposition.IsFileDisposition())
                fields[name] = Encoding.UTF8.GetString(await Small(section.Body, LongestField, http.RequestAborted));
            else if (name == "manifest")
                manifest = await Small(section.Body, LargestManifest, http.RequestAborted);
            else if (name == "bestand")
                upload = await File(http, reach, isForm, fields, section, disposition);
            if (upload is Upload.Refused refused && refused != Upload.Refused.NoFile)
                return refused;
        }
        return upload is Upload.Stored stored
            ? stored with { Manifest = manifest is { Length: > 0 } ? manifest : null } : upload;
    }

    private async Task<Upload> File(
        HttpContext http, SupplierReach reach, bool isForm, Dictionary<string, string> fields,
        MultipartSection section, ContentDispositionHeaderValue disposition)
    {
        if (isForm && !await IsOurs(http, fields.GetValueOrDefault(Token)))
            return Upload.Refused.Forged;
        var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
        var fileName = HeaderUtilities.RemoveQuotes(name).ToString();
        if (fileName.Length == 0)
            return Upload.Refused.NoFile;
        var announced = Announced(fileName, fields.GetValueOrDefault("gemeente"), fields.GetValueOrDefault("contract"));
        return await Keep(http, reach, announced, section.Body);
    }

    /// <summary>The token is put where it is looked for without reading the whole form.</summary>
    private async Task<bool> IsOurs(HttpContext http, string? token)
    {
        if (string.IsNullOrEmpty(token))
            return false;
        http.Request.Headers["RequestVerificationToken"] = token;
        return await forms.IsRequestValidAsync(http);
    }

    private async Task<Upload> Keep(HttpContext http, SupplierReach reach, AnnouncedFile announced, Stream body)
    {
        var choice = ChooseAgreement.Of(reach, announced);
        if (choice is not AgreementChoice.Chosen { Agreement: var agreement })
            return Upload.Refused.Of((AgreementChoice.Refused)choice);
        if (http.Request.ContentLength > agreement.SizeLimit + AroundFile)
            return Upload.Refused.TooLarge(agreement.SizeLimit);
        return await store.Execute(agreement, announced.Name, body, http.RequestAborted) is { } offer
            ? new Upload.Stored(offer, null)
            : Upload.Refused.TooLarge(agreement.SizeLimit);
    }

    private static AnnouncedFile Announced(string name, string? municipality, string? contract) => new(
        name,
        string.IsNullOrWhiteSpace(municipality) || municipality == DeliveryPlaces.District
            ? null : municipality.Trim().ToUpperInvariant(),
        string.IsNullOrWhiteSpace(contract) ? null : contract.Trim());

    private static string? MultipartBoundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 200 } boundary
            ? boundary.ToString() : null;

    /// <exception cref="InvalidDataException">It is longer than this.</exception>
    private static async Task<byte[]> Small(Stream body, int longest, CancellationToken cancel)
    {
        var bytes = new byte[longest + 1];
        var read = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel);
        return read <= longest
            ? bytes[..read] : throw new InvalidDataException($"A part of the form is longer than {longest} bytes.");
    }
}
