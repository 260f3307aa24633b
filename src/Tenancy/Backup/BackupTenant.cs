using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Tenancy;

/// <summary>
/// Writes everything a gemeente owns to one file, on the record: an export that cannot be logged is not made.
/// </summary>
public sealed class BackupTenant
{
    private readonly ITenantScopes _tenants;
    private readonly IDbContextFactory<CatalogueDb> _catalogues;
    private readonly WriteBackup _write;

    internal BackupTenant(ITenantScopes tenants, IDbContextFactory<CatalogueDb> catalogues, WriteBackup write) =>
        (_tenants, _catalogues, _write) = (tenants, catalogues, write);

    /// <param name="id">Whose.</param>
    /// <param name="to">Where.</param>
    /// <param name="actor">Who asked for it.</param>
    /// <param name="cancel">Stops, leaving nothing behind but the line that says it was begun.</param>
    /// <exception cref="UnknownTenantException">There is no such active tenant.</exception>
    public async Task<Outcome> Execute(TenantId id, Target to, Actor actor, CancellationToken cancel)
    {
        if (File.Exists(to.Path) && !to.Overwrite)
            return new Outcome.Exists(to.Path);
        if (Path.GetDirectoryName(Path.GetFullPath(to.Path)) is { } folder && !Directory.Exists(folder))
            throw new DirectoryNotFoundException($"De map {folder} bestaat niet.");
        await using (var scope = await _tenants.Open(id, cancel))
        await using (var change = await scope.Get<TenantChanges>().Begin(cancel))
        {
            change.Record(new AuditEvent("tenant.backed-up", id.Code, "begonnen"), actor);
            await change.Commit(cancel);
        }
        await using var db = await _catalogues.CreateDbContextAsync(cancel);
        var row = await db.Tenants.AsNoTracking().SingleAsync(t => t.Id == id.Code, cancel);
        return new Outcome.Written(to.Path, await _write.Execute(row, to.Path, to.Tell, cancel));
    }

    /// <summary>Where a backup is written.</summary>
    /// <param name="Path">The file.</param>
    /// <param name="Overwrite">Whether a file of that name may be replaced.</param>
    /// <param name="Tell">Told what is being written.</param>
    public sealed record Target(string Path, bool Overwrite, Action<string> Tell);

    /// <summary>What making a backup can end in.</summary>
    public abstract record Outcome
    {
        /// <summary>It is there, whole.</summary>
        public sealed record Written(string Path, BackupManifest Manifest) : Outcome;

        /// <summary>A file of that name is there and may not be replaced.</summary>
        public sealed record Exists(string Path) : Outcome;
    }
}
