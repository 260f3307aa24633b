using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using OpenIddict.Validation;

namespace Twente.Igw.Identity;

/// <summary>
/// The OpenID provider's settings: where it answers, with which keys, for how long. Its addresses are absolute, so that
/// it answers on the id host and nowhere else.
/// </summary>
internal sealed class ConfigureServer(SiteAddresses sites, KeyRing keys)
    : IConfigureOptions<OpenIddictServerOptions>, IConfigureOptions<OpenIddictServerAspNetCoreOptions>
{
    /// <summary>No token lives longer.</summary>
    internal static readonly TimeSpan LongestToken = TimeSpan.FromDays(14);

    public void Configure(OpenIddictServerOptions options)
    {
        var issuer = options.Issuer = sites.Issuer;
        options.ConfigurationEndpointUris.Add(new Uri(issuer, ".well-known/openid-configuration"));
        options.JsonWebKeySetEndpointUris.Add(new Uri(issuer, ".well-known/jwks"));
        options.AuthorizationEndpointUris.Add(new Uri(issuer, ServerPaths.Authorize));
        options.PushedAuthorizationEndpointUris.Add(new Uri(issuer, ServerPaths.Push));
        options.TokenEndpointUris.Add(new Uri(issuer, ServerPaths.Token));
        options.RevocationEndpointUris.Add(new Uri(issuer, ServerPaths.Revoke));
        options.IntrospectionEndpointUris.Add(new Uri(issuer, ServerPaths.Introspect));
        options.EndSessionEndpointUris.Add(new Uri(issuer, ServerPaths.EndSession));

        options.SigningCredentials.AddRange(
            keys.Signing.Select(key => new SigningCredentials(key, SecurityAlgorithms.RsaSha256)));
        options.EncryptionCredentials.AddRange(keys.Encryption.Select(key => new EncryptingCredentials(
            key, SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512)));
        options.AccessTokenLifetime = TimeSpan.FromMinutes(15);
        options.AuthorizationCodeLifetime = TimeSpan.FromMinutes(2);
        options.IdentityTokenLifetime = TimeSpan.FromMinutes(5);
        options.RefreshTokenLifetime = LongestToken;
        // Used twice means that somebody else has it too: then nobody has it (RFC 9700, 4.14.2).
        options.RefreshTokenReuseLeeway = TimeSpan.Zero;
    }

    public void Configure(OpenIddictServerAspNetCoreOptions options) =>
        options.DisableTransportSecurityRequirement = !sites.IsSecure;
}

/// <summary>Where the OpenID provider answers, below the id host.</summary>
internal static class ServerPaths
{
    public const string Authorize = "verbinden/machtiging";
    public const string Push = "verbinden/aanvraag";
    public const string Token = "verbinden/token";
    public const string Revoke = "verbinden/intrekken";
    public const string Introspect = "verbinden/nagaan";
    public const string EndSession = "verbinden/afmelden";
}

/// <summary>Makes the provider read its settings again when the keys change.</summary>
internal sealed class KeysChanged(KeyRing keys)
    : IOptionsChangeTokenSource<OpenIddictServerOptions>, IOptionsChangeTokenSource<OpenIddictValidationOptions>
{
    public string Name => Options.DefaultName;

    public IChangeToken GetChangeToken() => keys.Watch();
}
