using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>
/// The certificate that encrypts the platform's keys where they are stored. Given to a platform for others; the
/// embedded profile makes one beside its other secrets.
/// </summary>
internal static class KeyCertificate
{
    /// <summary>For one machine; a platform for others brings its own.</summary>
    private const int RsaBits = 2048;

    /// <exception cref="KeyCertificateException">It is not given, or cannot be read.</exception>
    public static X509Certificate2 Of(SignInOptions options, TenancyOptions platform, DataFolder data)
    {
        if (options.Certificate is { Length: > 0 } given)
            return Read(given, options.CertificatePassword);
        if (platform.Profile != Profile.Embedded)
            throw new KeyCertificateException("ontbreekt");
        var file = Path.Combine(data.Secrets, "identity.pfx");
        if (!File.Exists(file))
            Make(file);
        return Read(file, null);
    }

    private static X509Certificate2 Read(string file, string? password)
    {
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(Path.GetFullPath(file), password);
            return certificate.HasPrivateKey
                ? certificate
                : throw new KeyCertificateException("heeft geen privésleutel");
        }
        catch (Exception failure) when (failure is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new KeyCertificateException("kan niet worden gelezen");
        }
    }

    private static void Make(string file)
    {
        using var rsa = RSA.Create(RsaBits);
        var request = new CertificateRequest(
            "CN=igw", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(
            DateTimeOffset.UnixEpoch, new DateTimeOffset(2199, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var temporary = $"{file}.{Guid.CreateVersion7():N}";
        var own = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            own.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(temporary, own))
            stream.Write(certificate.Export(X509ContentType.Pkcs12));
        try
        {
            File.Move(temporary, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            // Another process was first, and its certificate is the one in use.
            File.Delete(temporary);
        }
    }
}

/// <summary>Without this certificate nothing that is stored encrypted can be read. Names the setting only.</summary>
public sealed class KeyCertificateException(string why)
    : InvalidOperationException($"Het certificaat Igw:Identity:Certificate {why}; zonder start het platform niet.");
