using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Twente.Igw.Tenancy;

/// <summary>Makes the client of Azure Blob Storage, once.</summary>
internal static class ComposeBlobs
{
    public static BlobServiceClient Client(IServiceProvider services)
    {
        var given = services.GetRequiredService<IOptions<StorageOptions>>().Value;
        var options = given.Emulator
            ? new BlobClientOptions(BlobClientOptions.ServiceVersion.V2026_06_06)
            : new BlobClientOptions();
        // Trying again is the line's, so that it is done in one place.
        (options.Retry.MaxRetries, options.Retry.NetworkTimeout) = (0, Timeout.InfiniteTimeSpan);
        options.Diagnostics.IsLoggingEnabled = options.Diagnostics.IsDistributedTracingEnabled = false;
        if (given.TrustedCertificates is { } file)
            options.Transport = new HttpClientTransport(Trusting(file));
        return given.ConnectionString is { } connection
            ? new BlobServiceClient(connection, options)
            : new BlobServiceClient(given.Account, services.GetRequiredService<TokenCredential>(), options);
    }

    /// <summary>Trusts what the machine trusts, and certificates that lead to one in the file.</summary>
    private static SocketsHttpHandler Trusting(string file)
    {
        var roots = new X509Certificate2Collection();
        roots.ImportFromPemFile(file);
        var own = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck,
        };
        own.CustomTrustStore.AddRange(roots);
        return new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = own },
        };
    }
}
