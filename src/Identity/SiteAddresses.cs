using Microsoft.Extensions.Options;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>Where each host of the platform is, as browsers reach it.</summary>
public sealed class SiteAddresses(IOptions<TenancyOptions> platform, IOptions<SignInOptions> signIn)
{
    public const string IdentityHost = "id";

    public bool IsSecure => Scheme == Uri.UriSchemeHttps;

    private string Scheme => signIn.Value.Scheme
        ?? (platform.Value.Profile == Profile.Embedded ? Uri.UriSchemeHttp : Uri.UriSchemeHttps);

    /// <summary>The OpenID provider: its name in every token.</summary>
    public Uri Issuer => Of(IdentityHost);

    /// <summary>The address of a host by its label, ending in a slash.</summary>
    public Uri Of(string label) =>
        new UriBuilder(Scheme, $"{label}.{platform.Value.Domain}", signIn.Value.Port ?? -1, "/").Uri;
}
