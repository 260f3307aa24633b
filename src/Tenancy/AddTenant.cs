using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Tenancy;

/// <summary>
/// Adds a gemeente: catalogue row, database, folders or containers. Repeating it heals what a killed run left half
/// done.
/// </summary>
public sealed class AddTenant
{
    private readonly CatalogueChanges _changes;
    private readonly TenantDatabases _databases;
    private readonly DatabaseEngine _engine;
    private readonly FileStore _files;

    internal AddTenant(CatalogueChanges changes, TenantDatabases databases, DatabaseEngine engine, FileStore files) =>
        (_changes, _databases, _engine, _files) = (changes, databases, engine, files);

    public async Task<Outcome> Execute(TenantId id, TenantSlug slug, string name, Actor actor, CancellationToken cancel)
    {
        var reserved = await Reserve(id, slug, name.Trim(), cancel);
        if (reserved is not (Outcome.Added or Outcome.AlreadyThere))
            return reserved;
        var login = await MakeDatabase(id, cancel);
        foreach (var place in FilePlace.OfPlatform.Concat(FilePlace.AllOf(id)))
            await _files.Make(place, cancel);
        await Activate(login, reserved, actor, cancel);
        return reserved;
    }

    private async Task<TenantLogin> MakeDatabase(TenantId id, CancellationToken cancel)
    {
        await using var alone = await _engine.BeginMigrating(cancel);
        // Read while no other can rotate the secret.
        await using var catalogue = _databases.CreateDbContext();
        var row = await catalogue.Tenants.AsNoTracking().SingleAsync(t => t.Id == id.Code, cancel);
        await _engine.ProvisionTenant(row.Login, cancel);
        await using var db = _databases.Open(row.Login);
        await _engine.MigrateTenant(db, target: null, cancel);
        return row.Login;
    }

    private async Task<Outcome> Reserve(TenantId id, TenantSlug slug, string name, CancellationToken cancel)
    {
        await using var change = await _changes.Begin(cancel);
        var tenants = change.Db.Tenants;
        if (await tenants.AnyAsync(t => t.Slug == slug.Label && t.Id != id.Code, cancel))
            return new Outcome.HostTaken(slug);
        var row = await tenants.SingleOrDefaultAsync(t => t.Id == id.Code, cancel);
        if (row?.State == nameof(TenantState.Removing))
            return new Outcome.BeingRemoved(id);
        if (row?.State == nameof(TenantState.Restoring))
            return new Outcome.BeingRestored(id);
        var isNew = row?.State != nameof(TenantState.Active);
        if (row is null)
        {
            tenants.Add(row = new TenantRow
            {
                Id = id.Code, Slug = slug.Label, Name = name, State = nameof(TenantState.Adding), AddedAt = change.At,
            });
        }
        (row.Slug, row.Name) = (slug.Label, name);
        await change.Commit(cancel);
        return isNew ? new Outcome.Added(row.ToTenant()) : new Outcome.AlreadyThere(row.ToTenant());
    }

    private async Task Activate(TenantLogin login, Outcome outcome, Actor actor, CancellationToken cancel)
    {
        await using var change = await _changes.Begin(cancel);
        var id = login.Tenant;
        var row = await change.Db.Tenants.SingleAsync(t => t.Id == id.Code, cancel);
        (row.State, row.Schema) = (nameof(TenantState.Active), _engine.TenantSchema);
        await change.Db.RaiseVersion(cancel);
        if (outcome is Outcome.Added)
            change.Record(new AuditEvent("tenant.added", id.Code), actor);
        await change.Commit(cancel);
    }

    /// <summary>What adding a tenant can end in.</summary>
    public abstract record Outcome
    {
        /// <summary>It is on the platform from now on.</summary>
        public sealed record Added(Tenant Tenant) : Outcome;

        /// <summary>It was there; name and host are now as given, and anything missing was made.</summary>
        public sealed record AlreadyThere(Tenant Tenant) : Outcome;

        /// <summary>Another gemeente answers on this host.</summary>
        public sealed record HostTaken(TenantSlug Slug) : Outcome;

        /// <summary>Its removal was begun and must be finished first.</summary>
        public sealed record BeingRemoved(TenantId Id) : Outcome;

        /// <summary>Its database is being put back; that must be finished first.</summary>
        public sealed record BeingRestored(TenantId Id) : Outcome;
    }
}
