using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Twente.Igw.Identity;

/// <summary>
/// Sends somebody to the provider of her gemeente and takes her back. The scheme has one name; the gemeente stands in
/// the address, and with it come the settings of her provider alone.
/// </summary>
public sealed class FederatedSignIn : IConfigureNamedOptions<OpenIdConnectOptions>
{
    public const string Scheme = "igw.gemeente";

    /// <summary>Below it, on the id host, comes the code of the gemeente in small letters.</summary>
    public const string Path = "/aanmelden/gemeente";

    /// <summary>By a key that only the provider has: never by a secret that we have too, and never unsigned.</summary>
    private static readonly string[] Signatures =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    /// <summary>A provider that takes longer is down for whoever waits.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Federations _known;
    private readonly SiteAddresses _sites;
    private readonly ConcurrentDictionary<string, HttpClient> _channels = new(StringComparer.Ordinal);

    internal FederatedSignIn(Federations known, SiteAddresses sites) => (_known, _sites) = (known, sites);

    /// <summary>Where the provider of a gemeente sends people back to; to be registered there.</summary>
    public static string ReturnPath(string tenant) => $"{Path}/{tenant.ToLowerInvariant()}/terug";

    public void Configure(OpenIdConnectOptions options)
    {
        // Settings without a name belong to nobody.
    }

    public void Configure(string? name, OpenIdConnectOptions options)
    {
        if (name?.StartsWith(Scheme, StringComparison.Ordinal) != true)
            return;
        var tenant = name == Scheme ? "" : name.Split(':')[1];
        if (_known.Find(tenant) is { } provider)
            Configure(options, provider);
        else
            // Asked for on every address that is no gemeente's; answers nothing.
            (options.Authority, options.ClientId) = (_sites.Issuer.ToString(), "niemand");
        options.CallbackPath = ReturnPath(tenant.Length == 0 ? "geen" : tenant);
        options.SignInScheme = IdentityConstants.ExternalScheme;
        options.RemoteSignOutPath = PathString.Empty;
        options.SignedOutCallbackPath = $"{Path}/afgemeld";
        options.RequireHttpsMetadata = _sites.IsSecure;
    }

    /// <summary>Name of the settings for this address: other settings, another gemeente, another name.</summary>
    internal string NameFor(PathString address)
    {
        if (!address.StartsWithSegments(Path, StringComparison.Ordinal, out var rest))
            return Scheme;
        var code = rest.Value!.Split('/') is [_, var first, ..] ? first.ToUpperInvariant() : "";
        return _known.Find(code) is { } provider ? $"{Scheme}:{code}:{provider.Row.Version:N}" : Scheme;
    }

    private void Configure(OpenIdConnectOptions options, Federations.OpenedProvider provider)
    {
        var row = provider.Row;
        (options.Authority, options.ClientId, options.ClientSecret) = (row.Authority, row.ClientId, provider.Secret);
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.MapInboundClaims = false;
        options.TokenValidationParameters.ValidAlgorithms = Signatures;
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.Scope.Add("profile");
        options.Backchannel = _channels.GetOrAdd(
            row.Tenant, _ => new HttpClient(LoopbackNames.Handler()) { Timeout = Patience });
        foreach (var cookie in (CookieBuilder[])[options.NonceCookie, options.CorrelationCookie])
            (cookie.SameSite, cookie.SecurePolicy, cookie.Path) = (SameSiteMode.Lax, CookieSecurePolicy.Always, "/");
        options.NonceCookie.Name = "__Host-igw-gemeente-nonce.";
        options.CorrelationCookie.Name = "__Host-igw-gemeente-aanvraag.";
        options.Events = new OpenIdConnectEvents
        {
            OnTokenValidated = context =>
            {
                if (FederatedPerson.Read(
                    row.Tenant, row.Organisation, context.SecurityToken.Issuer, context.Principal!) is { } person)
                    context.Principal = person.ToPrincipal();
                else
                    context.Fail("The token names nobody of this organisation, or leaves her groups out.");
                return Task.CompletedTask;
            },
            OnRemoteFailure = context =>
            {
                context.Response.Redirect($"{Path}/{row.Tenant.ToLowerInvariant()}/mislukt");
                context.HandleResponse();
                return Task.CompletedTask;
            },
        };
    }
}
