using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Tenancy;

/// <summary>The list of what was destroyed: written before anything is, replayed after anything comes back.</summary>
public sealed class ListDestroyed
{
    private readonly IDbContextFactory<CatalogueDb> _catalogues;
    private readonly CatalogueChanges _changes;

    internal ListDestroyed(IDbContextFactory<CatalogueDb> catalogues, CatalogueChanges changes) =>
        (_catalogues, _changes) = (catalogues, changes);

    /// <summary>By moment; a delivery may stand on it twice, first for its original alone.</summary>
    public async Task<IReadOnlyList<Destruction>> Of(TenantId tenant, CancellationToken cancel)
    {
        await using var db = await _catalogues.CreateDbContextAsync(cancel);
        return await db.Destructions.AsNoTracking().Where(d => d.Tenant == tenant.Code)
            .OrderBy(d => d.At).ThenBy(d => d.Delivery).ToListAsync(cancel);
    }

    /// <summary>Adds what is not on the list yet.</summary>
    public async Task Add(TenantId tenant, IReadOnlyCollection<Destruction> destroyed, CancellationToken cancel)
    {
        await using var change = await _changes.Begin(cancel);
        var known = (await change.Db.Destructions.AsNoTracking().Where(d => d.Tenant == tenant.Code)
            .ToListAsync(cancel)).Select(KeyOf).ToHashSet();
        change.Db.Destructions.AddRange(destroyed.Where(d => d.Tenant == tenant.Code && known.Add(KeyOf(d)))
            .Select(d => d with { Id = Guid.CreateVersion7() }));
        await change.Commit(cancel);
    }

    private static (long, string, bool) KeyOf(Destruction one) => (one.Delivery, one.Sha256, one.OriginalOnly);
}
