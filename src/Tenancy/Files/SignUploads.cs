using Azure.Storage.Blobs;
using Azure.Storage.Sas;

namespace Twente.Igw.Tenancy;

/// <summary>
/// Makes an address with which one new file can be put into the current tenant's drop zone by somebody else. It can
/// neither write over a file, nor read, list or delete anything.
/// </summary>
public sealed class SignUploads
{
    /// <summary>Clocks differ.</summary>
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(5);

    private readonly ICurrentTenant _current;
    private readonly TimeProvider _time;
    private readonly Lazy<BlobServiceClient> _service;
    private readonly BlobLine _line;

    internal SignUploads(ICurrentTenant current, TimeProvider time, Lazy<BlobServiceClient> service, BlobLine line) =>
        (_current, _time, _service, _line) = (current, time, service, line);

    /// <summary>Only where files lie in blob storage; a folder on disk lets nobody else in.</summary>
    /// <param name="dropName">Name of the file within the drop zone.</param>
    /// <param name="valid">For how long from now.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<SignedUpload> Execute(string dropName, TimeSpan valid, CancellationToken cancel)
    {
        if (!TenantFiles.IsPlain(dropName))
            throw new ForeignPathException(dropName);
        var now = _time.GetUtcNow();
        var place = FilePlace.Of(_current.Tenant.Id, TenantPlace.Drop);
        var blob = _service.Value.GetBlobContainerClient(place.Container).GetBlobClient(dropName);
        var sas = new BlobSasBuilder(BlobSasPermissions.Create, now + valid)
        {
            BlobContainerName = place.Container, BlobName = dropName, Resource = "b", StartsOn = now - Before,
            Protocol = blob.Uri.Scheme == Uri.UriSchemeHttps ? SasProtocol.Https : SasProtocol.HttpsAndHttp,
        };
        var until = (now + valid).UtcDateTime;
        if (_service.Value.CanGenerateAccountSasUri)
            // A connection string with the account's key, as an emulator has: there is no identity to sign with.
            return new SignedUpload(blob.GenerateSasUri(sas), until);
        var key = await _line.Execute(
            async stop => (await _service.Value.GetUserDelegationKeyAsync(now - Before, now + valid, stop)).Value,
            cancel);
        var address = new BlobUriBuilder(blob.Uri) { Sas = sas.ToSasQueryParameters(key, _service.Value.AccountName) };
        return new SignedUpload(address.ToUri(), until);
    }
}

/// <summary>An address for one upload.</summary>
/// <param name="Uri">Holds its own proof: whoever has it can use it.</param>
/// <param name="ExpiresAt">In UTC.</param>
public sealed record SignedUpload(Uri Uri, DateTime ExpiresAt);
