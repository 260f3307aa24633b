using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>How a gemeente's people are signed in by her own provider; without its secret.</summary>
/// <param name="Authority">Where it is.</param>
/// <param name="Organisation">Its number for the organisation.</param>
/// <param name="ClientId">What the platform is called there.</param>
/// <param name="ReturnsTo">Where it sends people back to; to be registered there.</param>
/// <param name="Groups">Which role the members of a group have.</param>
public sealed record FederationLine(
    string Authority, string Organisation, string ClientId, Uri ReturnsTo, IReadOnlyList<FederatedRole> Groups);

/// <summary>A group and the role of its members.</summary>
public sealed record FederatedRole(string Group, Role Role);

/// <summary>Shows how a gemeente's people are signed in by her own provider.</summary>
public sealed class ShowFederation(IDbContextFactory<IdentityDb> databases, SiteAddresses sites)
{
    /// <returns>Null: they have accounts of the platform.</returns>
    public async Task<FederationLine?> Execute(TenantId tenant, CancellationToken cancel)
    {
        var code = tenant.Code;
        await using var db = await databases.CreateDbContextAsync(cancel);
        var (providers, groups) = (db.FederatedProviders, db.FederatedGroups);
        if (await providers.AsNoTracking().SingleOrDefaultAsync(p => p.Tenant == code, cancel) is not { } provider)
            return null;
        var roles = await groups.AsNoTracking().Where(g => g.Tenant == code).OrderBy(g => g.Group)
            .ThenBy(g => g.Role).ToListAsync(cancel);
        return new FederationLine(
            provider.Authority, provider.Organisation, provider.ClientId,
            new Uri(sites.Issuer, FederatedSignIn.ReturnPath(code)),
            [.. roles.Select(g => new FederatedRole(g.Group, g.Role))]);
    }
}
