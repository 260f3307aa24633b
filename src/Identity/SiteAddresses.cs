using Microsoft.Extensions.Options;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>Where each host of the platform is, as browsers reach it.</summary>
public sealed class SiteAddresses(
    IOptions<TenancyOptions> platform, IOptions<SignInOptions> signIn, DataFolder data)
{
    public const string IdentityHost = "id";

    public bool IsSecure => Scheme == Uri.UriSchemeHttps;

    private string Scheme => signIn.Value.Scheme
        ?? (platform.Value.Profile == Profile.Embedded ? Uri.UriSchemeHttp : Uri.UriSchemeHttps);

    /// <summary>The OpenID provider: its name in every token.</summary>
    public Uri Issuer => Of(IdentityHost);

    /// <summary>
    /// On one machine: where the site listens now, for verbs that make a link to it. Elsewhere configuration says it.
    /// </summary>
    public void ListensOn(int port)
    {
        if (platform.Value.Profile == Profile.Embedded)
            File.WriteAllText(PortFile, port.ToString(CultureInfo.InvariantCulture));
    }

    private string PortFile => Path.Combine(data.Root, "site.port");

    private int PortOfSite => signIn.Value.Port ?? (
        platform.Value.Profile == Profile.Embedded && File.Exists(PortFile)
        && int.TryParse(File.ReadAllText(PortFile), CultureInfo.InvariantCulture, out var port) ? port : -1);

    /// <summary>The address of a host by its label, ending in a slash.</summary>
    public Uri Of(string label) =>
        new UriBuilder(Scheme, $"{label}.{platform.Value.Domain}", PortOfSite, "/").Uri;
}
