using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>
/// How a host sends people to the provider and takes them back: authorization code, PKCE and pushed requests, as the
/// client that is this host's alone.
/// </summary>
internal sealed class SignInAtProvider(SiteAddresses sites, KeyRing keys, ProviderMetadata metadata)
    : IConfigureNamedOptions<OpenIdConnectOptions>
{
    public void Configure(OpenIdConnectOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, OpenIdConnectOptions options)
    {
        if (name?.StartsWith(FederatedSignIn.Scheme, StringComparison.Ordinal) == true)
            return;
        // The provider's own host is nobody's client, but its settings are looked at too.
        var client = name is { } full && full.StartsWith(SiteSignIn.OpenId + ":", StringComparison.Ordinal)
            ? full[(SiteSignIn.OpenId.Length + 1)..] : SiteAddresses.IdentityHost;
        options.Authority = sites.Issuer.ToString();
        options.ClientId = client;
        options.ClientSecret = keys.SecretOf(client);
        options.SignInScheme = SiteSignIn.Cookie;
        options.ResponseType = OpenIdConnectResponseType.Code;
        // In the address and not posted: a post from another host would leave the cookies of this one at home.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.PushedAuthorizationBehavior = PushedAuthorizationBehavior.Require;
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.Scope.Add("profile");
        options.CallbackPath = RegisterClients.ReturnPath;
        options.SignedOutCallbackPath = RegisterClients.SignedOutPath;
        options.RemoteSignOutPath = PathString.Empty;
        options.MapInboundClaims = false;
        options.TokenValidationParameters.NameClaimType = "name";
        options.TokenValidationParameters.ValidAlgorithms = [SecurityAlgorithms.RsaSha256];
        options.RequireHttpsMetadata = sites.IsSecure;
        options.ConfigurationManager = metadata.Configuration;
        options.Backchannel = metadata.Backchannel;
        options.SaveTokens = false;
        options.Events.OnRemoteFailure = TellRefused;
        options.Events.OnRedirectToIdentityProvider = ComeBackToThisHost;
        options.Events.OnTicketReceived = RecordSignIn;
        BindCookies(options);
    }

    /// <summary>To this host, and to the way there and back.</summary>
    private static void BindCookies(OpenIdConnectOptions options)
    {
        foreach (var cookie in (CookieBuilder[])[options.NonceCookie, options.CorrelationCookie])
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.Always;
            cookie.Path = "/";
        }
        options.NonceCookie.Name = "__Host-igw-nonce.";
        options.CorrelationCookie.Name = "__Host-igw-aanvraag.";
    }

    /// <summary>To the address that is registered, however the request wrote its host.</summary>
    private Task ComeBackToThisHost(RedirectContext context)
    {
        var current = context.HttpContext.RequestServices.GetRequiredService<ICurrentTenant>();
        var label = current.IsResolved
            ? current.Tenant.Slug.ToString() : HostOfRequest.Of(context.HttpContext).Client;
        context.ProtocolMessage.RedirectUri = new Uri(sites.Of(label), RegisterClients.ReturnPath).ToString();
        return Task.CompletedTask;
    }

    /// <summary>Who comes in is on the record of this host's gemeente before she is in.</summary>
    private static Task RecordSignIn(TicketReceivedContext context) =>
        SignedIn.UserOf(context.Principal!) is not { } user
            ? Task.CompletedTask
            : context.HttpContext.RequestServices.GetRequiredService<RecordAccess>().Execute(
                HostOfRequest.Of(context.HttpContext).Tenant, new AuditEvent("ticket.issued", "aangemeld"),
                new Actor(Pseudonym.Of(user), "website"), context.HttpContext.RequestAborted);

    /// <summary>The provider said no, or somebody came back by an old page: it is said, and is no error.</summary>
    private static Task TellRefused(RemoteFailureContext context)
    {
        var isDenied = context.Request.Query["error"] == "access_denied";
        context.Response.StatusCode = isDenied ? StatusCodes.Status403Forbidden : StatusCodes.Status400BadRequest;
        context.HandleResponse();
        return Task.CompletedTask;
    }
}

/// <summary>
/// What hosts know of the provider, read over the protocol and shared by all: her addresses and public keys. Read again
/// well within the time that a new key is announced.
/// </summary>
internal sealed class ProviderMetadata : IDisposable
{
    private readonly IDisposable _watching;
    private readonly ITimer _again;

    public ProviderMetadata(SiteAddresses sites, KeyRing keys, IOptions<SignInOptions> signIn, TimeProvider time)
    {
        Backchannel = new HttpClient(LoopbackNames.Handler()) { Timeout = TimeSpan.FromSeconds(30) };
        var address = new Uri(sites.Issuer, ".well-known/openid-configuration").ToString();
        var manager = new ConfigurationManager<OpenIdConnectConfiguration>(
            address, new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(Backchannel) { RequireHttps = sites.IsSecure })
        {
            RefreshInterval = TimeSpan.FromSeconds(1),
        };
        // This process may know of a new key before the one that answers here does: it asks again.
        var each = signIn.Value.KeyAnnounced / 4;
        _again = time.CreateTimer(_ => manager.RequestRefresh(), null, each, each);
        _watching = ChangeToken.OnChange(keys.Watch, manager.RequestRefresh);
        Configuration = manager;
    }

    public HttpClient Backchannel { get; }

    public IConfigurationManager<OpenIdConnectConfiguration> Configuration { get; }

    public void Dispose()
    {
        _again.Dispose();
        _watching.Dispose();
        Backchannel.Dispose();
    }
}

/// <summary>
/// Gives each host the settings of its own client, and each gemeente those of her own provider, though the schemes have
/// one name each.
/// </summary>
internal sealed class OptionsOfThisHost(
    IOptionsFactory<OpenIdConnectOptions> factory,
    IEnumerable<IOptionsChangeTokenSource<OpenIdConnectOptions>> sources,
    IOptionsMonitorCache<OpenIdConnectOptions> cache, IHttpContextAccessor http, FederatedSignIn federated)
    : OptionsMonitor<OpenIdConnectOptions>(factory, sources, cache)
{
    public override OpenIdConnectOptions Get(string? name)
    {
        if (http.HttpContext is not { } request || request.Features.Get<AnsweringPart>()?.Part is not { } part)
            return base.Get(name);
        if (part == SitePart.Identity)
            return base.Get(name == FederatedSignIn.Scheme ? federated.NameFor(request.Request.Path) : name);
        return base.Get(name == SiteSignIn.OpenId ? $"{name}:{HostOfRequest.Of(request).Client}" : name);
    }
}

/// <summary>The names of how somebody is signed in on a host.</summary>
public static class SiteSignIn
{
    /// <summary>By the ticket that her cookie is the key to.</summary>
    public const string Cookie = "igw.site";

    /// <summary>At the provider.</summary>
    public const string OpenId = "igw.openid";

    public const string CookieName = "__Host-igw";
}
