using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Security.Cryptography;
using System.Xml.Linq;
using System.Xml;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>
/// Data protection's own keys are stored encrypted with the platform's certificate. The framework's way to say so wants
/// the certificate before configuration is read, hence the two halves here.
/// </summary>
internal sealed class ProtectStoredKeys(
    IOptions<SignInOptions> signIn, IOptions<TenancyOptions> platform, DataFolder data, ILoggerFactory loggers)
    : IConfigureOptions<KeyManagementOptions>, IXmlEncryptor, IDisposable
{
    private readonly Lazy<X509Certificate2> _certificate =
        new(() => KeyCertificate.Of(signIn.Value, platform.Value, data));

    internal X509Certificate2 Certificate => _certificate.Value;

    public void Configure(KeyManagementOptions options) => options.XmlEncryptor = this;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(
        new CertificateXmlEncryptor(Certificate, loggers).Encrypt(plaintextElement).EncryptedElement,
        typeof(ReadStoredKeys));

    public void Dispose()
    {
        if (_certificate.IsValueCreated)
            _certificate.Value.Dispose();
    }
}

/// <summary>Decrypts what <see cref="ProtectStoredKeys"/> stored; data protection makes it by its name.</summary>
internal sealed class ReadStoredKeys(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        // EncryptedXml (W3C XML Encryption) works on a document and puts the plain element in place.
        var document = new XmlDocument { XmlResolver = null };
        using (var reader = new XElement("root", encryptedElement).CreateReader())
            document.Load(reader);
        new WithCertificate(document, services.GetRequiredService<ProtectStoredKeys>().Certificate).DecryptDocument();
        using var plain = document.DocumentElement!.FirstChild!.CreateNavigator()!.ReadSubtree();
        return XElement.Load(plain);
    }

    private sealed class WithCertificate(XmlDocument document, X509Certificate2 certificate) : EncryptedXml(document)
    {
        public override byte[]? DecryptEncryptedKey(EncryptedKey encryptedKey)
        {
            using var key = certificate.GetRSAPrivateKey()
                ?? throw new CryptographicException("The certificate has no RSA key.");
            return DecryptKey(
                encryptedKey.CipherData.CipherValue!, key,
                encryptedKey.EncryptionMethod?.KeyAlgorithm == XmlEncRSAOAEPUrl);
        }
    }
}
