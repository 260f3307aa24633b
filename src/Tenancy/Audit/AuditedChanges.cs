using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Tenancy;

/// <summary>Begins changes to the current tenant's database, one at a time over all processes.</summary>
/// <remarks>Never commit one while holding a <see cref="CatalogueChanges"/> change: its audit head lives
/// there.</remarks>
public sealed class TenantChanges
{
    private readonly TenantDb _db;
    private readonly DatabaseEngine _engine;
    private readonly AuditHeads _heads;
    private readonly TimeProvider _time;

    internal TenantChanges(TenantDb db, DatabaseEngine engine, AuditHeads heads, TimeProvider time) =>
        (_db, _engine, _heads, _time) = (db, engine, heads, time);

    /// <summary>
    /// Waits for the lock. The context forgets what it tracked before, so everything read is current.
    /// </summary>
    public async Task<AuditedChange<TenantDb>> Begin(CancellationToken cancel)
    {
        var transaction = await _engine.BeginExclusive(_db, cancel);
        _db.ChangeTracker.Clear();
        return new AuditedChange<TenantDb>(new(_db, _db.Owner.Code, false), _heads, _time, transaction);
    }
}

/// <summary>Begins changes to the catalogue, one at a time over all processes.</summary>
public sealed class CatalogueChanges
{
    private readonly IDbContextFactory<CatalogueDb> _catalogues;
    private readonly DatabaseEngine _engine;
    private readonly AuditHeads _heads;
    private readonly TimeProvider _time;

    internal CatalogueChanges(
        IDbContextFactory<CatalogueDb> catalogues, DatabaseEngine engine, AuditHeads heads, TimeProvider time) =>
        (_catalogues, _engine, _heads, _time) = (catalogues, engine, heads, time);

    public async Task<AuditedChange<CatalogueDb>> Begin(CancellationToken cancel)
    {
        var db = await _catalogues.CreateDbContextAsync(cancel);
        var transaction = await _engine.BeginExclusive(db, cancel);
        return new AuditedChange<CatalogueDb>(new(db, AuditHeads.Platform, true), _heads, _time, transaction);
    }
}
