using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using Twente.Igw.Tenancy;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Twente.Igw.Identity;

/// <summary>
/// Makes every host of the platform a client of its own at the provider: what it gets there is of no use on another
/// host. Safe to repeat; a gemeente that is added beside a running process gets hers at her first sign-in.
/// </summary>
public sealed class RegisterClients(IServiceScopeFactory scopes, KeyRing keys, SiteAddresses sites)
{
    /// <summary>Where the provider sends the browser back to, on each host.</summary>
    public const string ReturnPath = "/aanmelden/terug";

    public const string SignedOutPath = "/aanmelden/afgemeld";

    /// <summary>The platform's own hosts where people sign in; ids of gemeenten are their codes.</summary>
    private static readonly string[] OfPlatform = ["beheer", "regio", "aanleveren"];

    public async Task Execute(IEnumerable<Tenant> tenants, CancellationToken cancel)
    {
        foreach (var part in OfPlatform)
            await Register(part, sites.Of(part), part, cancel);
        foreach (var tenant in tenants)
            await Register(IdOf(tenant), sites.Of(tenant.Slug.ToString()), tenant.Name, cancel);
    }

    public Task Execute(Tenant tenant, CancellationToken cancel) =>
        Register(IdOf(tenant), sites.Of(tenant.Slug.ToString()), tenant.Name, cancel);

    public static string IdOf(Tenant tenant) => tenant.Id.Code.ToLowerInvariant();

    private async Task Register(string id, Uri site, string name, CancellationToken cancel)
    {
        var descriptor = new OpenIddictApplicationDescriptor
        {
            ClientId = id, ClientSecret = await keys.EnsureSecret(id, cancel), ClientType = ClientTypes.Confidential,
            ConsentType = ConsentTypes.Implicit, DisplayName = name,
            RedirectUris = { new Uri(site, ReturnPath) },
            PostLogoutRedirectUris = { new Uri(site, SignedOutPath) },
            Permissions =
            {
                Permissions.Endpoints.Authorization, Permissions.Endpoints.PushedAuthorization,
                Permissions.Endpoints.Token, Permissions.Endpoints.EndSession, Permissions.Endpoints.Revocation,
                Permissions.Endpoints.Introspection, Permissions.GrantTypes.AuthorizationCode,
                Permissions.ResponseTypes.Code, Permissions.Scopes.Profile,
            },
            Requirements =
            {
                Requirements.Features.ProofKeyForCodeExchange, Requirements.Features.PushedAuthorizationRequests,
            },
        };
        await using var scope = scopes.CreateAsyncScope();
        var manager = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        if (await manager.FindByClientIdAsync(id, cancel) is not { } known)
            await manager.CreateAsync(descriptor, cancel);
        else if (!(await manager.GetRedirectUrisAsync(known, cancel)).Contains(
            descriptor.RedirectUris.Single().ToString(), StringComparer.Ordinal))
            await manager.UpdateAsync(known, descriptor, cancel);
    }
}
