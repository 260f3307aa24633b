using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>On which host a request came in, as tickets know it.</summary>
/// <param name="Client">Id of the host's client: code of the gemeente in small letters, or the host's label.</param>
/// <param name="Tenant">Code of the gemeente; empty on the other hosts.</param>
public readonly record struct HostOfRequest(string Client, string Tenant)
{
    /// <exception cref="InvalidOperationException">The host belongs to no part of the platform.</exception>
    public static HostOfRequest Of(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.Features.Get<AnsweringPart>()?.Part switch
        {
            SitePart.Tenant => OfTenant(http.RequestServices.GetRequiredService<ICurrentTenant>().Tenant),
            SitePart.Region => new("regio", ""),
            SitePart.Supplier => new("aanleveren", ""),
            SitePart.Identity => new(SiteAddresses.IdentityHost, ""),
            SitePart.Operator => new("beheer", ""),
            _ => throw new InvalidOperationException("Nobody signs in on a host that is no part of the platform."),
        };
    }

    /// <summary>What is encrypted for one host does not decrypt on another.</summary>
    internal string Purpose(string what) => $"igw.{what}|{Client}|{Tenant}";

    private static HostOfRequest OfTenant(Tenant tenant) => new(RegisterClients.IdOf(tenant), tenant.Id.Code);
}
