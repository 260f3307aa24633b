using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Tenancy;

/// <summary>
/// Removes a gemeente completely, after writing everything it owns to an export. Repeating it finishes a half-done
/// removal; the export is only made while the database is still whole.
/// </summary>
public sealed class RemoveTenant
{
    private readonly CatalogueChanges _changes;
    private readonly DatabaseEngine _engine;
    private readonly WriteBackup _write;
    private readonly TenantBelongings _belongings;
    private readonly ForgetTenant _forget;

    internal RemoveTenant(
        CatalogueChanges changes, DatabaseEngine engine, WriteBackup write, TenantBelongings belongings,
        ForgetTenant forget) =>
        (_changes, _engine, _write, _belongings, _forget) = (changes, engine, write, belongings, forget);

    public async Task<Outcome> Execute(TenantId id, Actor actor, CancellationToken cancel)
    {
        await using var alone = await _engine.BeginMigrating(cancel);
        // Without a moment in its name, so that a repeated removal finds the export it made.
        var export = Path.Combine(_belongings.Exports, $"{id.Code}.zip");
        var row = await Close(id, export, cancel);
        if (row?.State == nameof(TenantState.Restoring))
            return new Outcome.BeingRestored(id);
        if (row is null)
            // A run that was killed at its last step forgot the tenant and not yet named the export.
            return File.Exists(export) ? new Outcome.Removed(Keep(id, export)) : new Outcome.Unknown();
        if (!File.Exists(export))
            await _write.Execute(row, export, _ => { }, cancel);
        await _engine.Drop(id, cancel);
        await _belongings.RemoveFiles(id, cancel);
        await _forget.Execute(id, actor, cancel);
        return new Outcome.Removed(Keep(id, export));
    }

    /// <summary>From here on the tenant is not resolved any more; another process sees that within a second.</summary>
    private async Task<TenantRow?> Close(TenantId id, string export, CancellationToken cancel)
    {
        await using var change = await _changes.Begin(cancel);
        var row = await change.Db.Tenants.SingleOrDefaultAsync(t => t.Id == id.Code, cancel);
        if (row is null || row.State == nameof(TenantState.Restoring))
            return row;
        if (row.State != nameof(TenantState.Removing) && File.Exists(export))
            Keep(id, export);
        row.State = nameof(TenantState.Removing);
        await change.Db.RaiseVersion(cancel);
        await change.Commit(cancel);
        return row;
    }

    private string Keep(TenantId id, string export)
    {
        var kept = Path.Combine(_belongings.Exports, $"{id.Code}-{Guid.CreateVersion7():N}.zip");
        File.Move(export, kept);
        return kept;
    }

    /// <summary>What removing can end in.</summary>
    public abstract record Outcome
    {
        /// <summary>Nothing of it is left but this export, and the list of what was destroyed before.</summary>
        public sealed record Removed(string Export) : Outcome;

        /// <summary>There is no such tenant.</summary>
        public sealed record Unknown : Outcome;

        /// <summary>Its database is being put back; that must be finished first.</summary>
        public sealed record BeingRestored(TenantId Id) : Outcome;
    }
}

/// <summary>What a gemeente leaves behind on the platform when she goes.</summary>
internal sealed class TenantBelongings(DataFolder data, FileStore files)
{
    /// <summary>Where the copy of everything she had is kept.</summary>
    public string Exports => data.Exports;

    public async Task RemoveFiles(TenantId id, CancellationToken cancel)
    {
        foreach (var place in FilePlace.AllOf(id))
            await files.Remove(place, cancel);
    }
}
