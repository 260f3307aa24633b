using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>On which hosts somebody has something to do.</summary>
public sealed class FindSites(
    IDbContextFactory<IdentityDb> databases, ITenantCatalogue tenants, SiteAddresses sites, TimeProvider time)
{
    /// <returns>Name and address of each, the gemeenten first.</returns>
    public async Task<IReadOnlyList<(string Name, Uri Address)>> Of(Guid user, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var rows = await db.Memberships.AsNoTracking().Where(m => m.User == user).ToListAsync(cancel);
        var suspensions = db.Suspensions;
        var stopped = await suspensions.AsNoTracking().Where(s => s.User == user).Select(s => s.At).ToListAsync(cancel);
        var found = new List<(string, Uri)>();
        var holding = rows.Where(m => m.HoldsOn(today) && !stopped.Contains(m.At))
            .OrderBy(m => m.Role).ThenBy(m => m.At, StringComparer.Ordinal);
        foreach (var membership in holding)
            switch (RolePermissions.Of(membership.Role).Place)
            {
                case RolePlace.Tenant when TenantId.TryParse(membership.At, out var id):
                    if (await tenants.Find(id, cancel) is { } tenant)
                        found.Add(($"Gemeente {tenant.Name}", sites.Of(tenant.Slug.ToString())));
                    break;
                case RolePlace.Region:
                    found.Add(("Regio", sites.Of("regio")));
                    break;
                case RolePlace.Supplier:
                    found.Add(("Aanleveren", sites.Of("aanleveren")));
                    break;
                case RolePlace.Platform:
                    found.Add(("Beheer", sites.Of("beheer")));
                    break;
            }
        return [.. found.Distinct()];
    }
}
