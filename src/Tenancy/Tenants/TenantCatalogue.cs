using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Twente.Igw.Tenancy;

/// <summary>
/// Reads the catalogue through a copy that lives one second: a request costs no query, and a tenant added or removed
/// by another process is seen within that second. While the database is away the last copy keeps answering.
/// </summary>
internal sealed class TenantCatalogue(
    IDbContextFactory<CatalogueDb> catalogues, DatabaseEngine engine, TimeProvider time, ILogger<TenantCatalogue> log)
    : ITenantCatalogue
{
    private readonly KeptCopy<Copy> _copy = new("gemeenten", (_, cancel) => Read(catalogues, cancel), time, log);

    public bool IsCurrent => _copy.IsCurrent;

    public async Task<Tenant?> Find(TenantId id, CancellationToken cancel) =>
        (await _copy.Get(cancel)).ById.GetValueOrDefault(id)
        // A tenant this process has just added is younger than the copy.
        ?? (await _copy.Anew(cancel)).ById.GetValueOrDefault(id);

    public async Task<Tenant?> FindByHost(string label, CancellationToken cancel) =>
        (await _copy.Get(cancel)).ByHost.GetValueOrDefault(label);

    public async Task<IReadOnlyList<Tenant>> List(CancellationToken cancel) =>
        [.. (await _copy.Get(cancel)).All.Where(t => !t.IsOlderThan(engine.TenantSchema))];

    private static async Task<Copy> Read(IDbContextFactory<CatalogueDb> catalogues, CancellationToken cancel)
    {
        await using var db = await catalogues.CreateDbContextAsync(cancel);
        var tenants = await db.Tenants.AsNoTracking()
            .Where(t => t.State == nameof(TenantState.Active)).OrderBy(t => t.Id).ToListAsync(cancel);
        return new Copy([.. tenants.Select(t => t.ToTenant())]);
    }

    private sealed record Copy(IReadOnlyList<Tenant> All)
    {
        public Dictionary<TenantId, Tenant> ById { get; } = All.ToDictionary(t => t.Id);

        public Dictionary<string, Tenant> ByHost { get; } = All.ToDictionary(t => t.Slug.Label, StringComparer.Ordinal);
    }
}
