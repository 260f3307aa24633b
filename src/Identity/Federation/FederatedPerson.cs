using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;

namespace Twente.Igw.Identity;

/// <summary>
/// Somebody as her gemeente's provider knows her. Issuer, organisation and object id are who she is; mail and name may
/// change hands and bind nothing.
/// </summary>
internal sealed record FederatedPerson
{
    /// <summary>Longest id of an organisation or object: they are UUIDs at every provider that has them.</summary>
    public const int LongestId = 40;

    /// <summary>How the external ticket says who somebody is.</summary>
    public const string Scheme = "igw.federated";

    private const string Who = "igw.who";
    private const string Name = "igw.name";
    private const string Group = "igw.group";
    private const string Of = "igw.of";

    /// <summary>Code of the gemeente whose provider it was.</summary>
    public required string Tenant { get; init; }

    /// <summary>Issuer, organisation and object id.</summary>
    public required string Federation { get; init; }

    public required string DisplayName { get; init; }

    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>Name of her account: two first sign-ins at once make one account.</summary>
    public string AccountName =>
        $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Federation)))[..32]}"
        + $"@{Tenant.ToLowerInvariant()}.federatie.invalid";

    /// <summary>Reads a validated token; null when it does not say who she is, or is of another organisation.</summary>
    /// <param name="tenant">Whose provider made it.</param>
    /// <param name="organisation">That it must be of.</param>
    /// <param name="issuer">As validated.</param>
    /// <param name="claims">Of the token.</param>
    public static FederatedPerson? Read(string tenant, string organisation, string issuer, ClaimsPrincipal claims)
    {
        var (tid, oid) = (claims.FindFirst("tid")?.Value, claims.FindFirst("oid")?.Value);
        if (tid != organisation || oid is null or { Length: 0 or > LongestId })
            return null;
        // Too many groups for a token: the provider says where they are instead, and then nobody knows her roles.
        if (claims.HasClaim(c => c.Type is "_claim_names" or "hasgroups"))
            return null;
        var name = claims.FindFirst("name")?.Value is { Length: > 0 } said ? said : "Medewerker";
        return new FederatedPerson
        {
            Tenant = tenant, Federation = $"{issuer} {tid} {oid}", DisplayName = name[..Math.Min(name.Length, 200)],
            Groups = [.. claims.FindAll("groups").Select(c => c.Value).Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>Reads what <see cref="ToPrincipal"/> wrote.</summary>
    public static FederatedPerson? Read(AuthenticateResult result, string tenant) =>
        result.Principal is { } known && known.FindFirst(Of)?.Value == tenant
            && known.FindFirst(Who)?.Value is { } who
            ? new FederatedPerson
            {
                Tenant = tenant, Federation = who, DisplayName = known.FindFirst(Name)?.Value ?? "",
                Groups = [.. known.FindAll(Group).Select(c => c.Value)],
            }
            : null;

    public ClaimsPrincipal ToPrincipal() => new(new ClaimsIdentity(
        [
            new Claim(Of, Tenant), new Claim(Who, Federation), new Claim(Name, DisplayName),
            .. Groups.Select(g => new Claim(Group, g)),
        ],
        Scheme));
}
