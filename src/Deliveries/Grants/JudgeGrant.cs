using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Says why a file may not be uploaded, before a byte is sent. What it cannot know is judged when the file is there.
/// </summary>
internal sealed class JudgeGrant(
    ICurrentTenant current, FindAgreement agreements, Contracts contracts, RecogniseFile recognise)
{
    private const int Sha256Length = 64;
    private const int LongestName = 255;

    /// <returns>Null when nothing is in the way.</returns>
    public async Task<GrantUpload.Outcome?> Execute(
        SupplierCode supplier, GrantRequest request, CancellationToken cancel)
    {
        if (Stated(request) is { } wrong)
            return wrong;
        if (await Agreed(supplier, request, cancel) is { } notAgreed)
            return notAgreed;
        var named = new DeliveredFile(supplier.Code, request.FileName, "", request.Bytes, request.Sha256, null);
        var known = contracts.Of(await recognise.Execute(named, cancel));
        if (known is not { } contract || contract.Name != request.Contract)
            return new GrantUpload.Outcome.Refused("grant.contract", "contract",
                $"De naam '{request.FileName}' hoort niet bij het contract '{request.Contract}'.");
        if (contract.Read(request.FileName) is { Finding: null, Municipality: { } about }
            && about.Code != current.Tenant.Id.Code)
            return new GrantUpload.Outcome.Refused("grant.municipality", "bestand",
                $"De naam '{request.FileName}' noemt een andere gemeente dan waar u levert.");
        return null;
    }

    private async Task<GrantUpload.Outcome?> Agreed(
        SupplierCode supplier, GrantRequest request, CancellationToken cancel)
    {
        if (await agreements.Execute(supplier.Code, request.Contract, cancel) is not { } agreement)
            return new GrantUpload.Outcome.NoAgreement();
        if (request.Bytes > agreement.SizeLimit)
            return new GrantUpload.Outcome.Refused("grant.bytes", "bytes",
                $"{request.Bytes} bytes is meer dan afgesproken: hooguit {agreement.SizeLimit} bytes.");
        return agreement.OrderKey switch
        {
            OrderKey.Sequence when request.Sequence is null => new GrantUpload.Outcome.Refused(
                "grant.sequence", "volgnummer",
                "Volgens de afspraak heeft elk bestand een volgnummer; noem het."),
            OrderKey.ProducedAt => new GrantUpload.Outcome.Refused("grant.order", "contract",
                "Volgens de afspraak komt elk bestand met een manifest dat zegt wanneer het is gemaakt; lever beide " +
                "langs een andere weg."),
            _ => null,
        };
    }

    internal static GrantUpload.Outcome.Refused? Stated(GrantRequest request)
    {
        if (request.FileName is not { Length: > 0 and <= LongestName } name
            || name.IndexOfAny(['/', '\\', '\0']) >= 0)
            return new("grant.file", "bestand", "Noem de naam van het bestand, zonder map ervoor.");
        if (request.Bytes <= 0)
            return new("grant.bytes", "bytes",
                $"{request.Bytes} is geen aantal bytes: verwacht een geheel getal boven 0.");
        return request.Sha256.Length == Sha256Length && request.Sha256.All(char.IsAsciiHexDigitLower)
            ? null
            : new("grant.sha256", "sha256", "De SHA-256 bestaat uit 64 tekens 0-9 en a-f.");
    }
}
