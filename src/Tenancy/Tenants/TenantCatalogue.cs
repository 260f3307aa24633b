using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Tenancy;

/// <summary>
/// Reads the catalogue through a copy that lives one second at most: a request costs no query, and a tenant added
/// or removed by another process is seen within that second.
/// </summary>
internal sealed class TenantCatalogue(
    IDbContextFactory<CatalogueDb> catalogues, DatabaseEngine engine, TimeProvider time)
    : ITenantCatalogue, IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _reading = new(1, 1);
    private Copy? _copy;

    public async Task<Tenant?> Find(TenantId id, CancellationToken cancel) =>
        (await Read(cancel)).ById.GetValueOrDefault(id)
        // A tenant this process has just added is younger than the copy.
        ?? (await Read(cancel, anew: true)).ById.GetValueOrDefault(id);

    public async Task<Tenant?> FindByHost(string label, CancellationToken cancel) =>
        (await Read(cancel)).ByHost.GetValueOrDefault(label);

    public async Task<IReadOnlyList<Tenant>> List(CancellationToken cancel) =>
        [.. (await Read(cancel)).All.Where(t => !t.IsOlderThan(engine.TenantSchema))];

    public void Dispose() => _reading.Dispose();

    private async Task<Copy> Read(CancellationToken cancel, bool anew = false)
    {
        var copy = _copy;
        if (!anew && copy is not null && time.GetElapsedTime(copy.At) < Fresh)
            return copy;
        await _reading.WaitAsync(cancel);
        try
        {
            if (!ReferenceEquals(copy, _copy) && _copy is not null)
                return _copy;
            await using var db = await catalogues.CreateDbContextAsync(cancel);
            var tenants = await db.Tenants.AsNoTracking()
                .Where(t => t.State == nameof(TenantState.Active)).OrderBy(t => t.Id).ToListAsync(cancel);
            return _copy = new Copy(time.GetTimestamp(), [.. tenants.Select(t => t.ToTenant())]);
        }
        finally
        {
            _reading.Release();
        }
    }

    private sealed record Copy(long At, IReadOnlyList<Tenant> All)
    {
        public Dictionary<TenantId, Tenant> ById { get; } = All.ToDictionary(t => t.Id);

        public Dictionary<string, Tenant> ByHost { get; } = All.ToDictionary(t => t.Slug.Label, StringComparer.Ordinal);
    }
}
