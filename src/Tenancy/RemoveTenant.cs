using System.IO.Compression;
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
    private readonly DataFolder _data;
    private readonly AuditHeads _heads;
    private readonly TenantMemory _memory;

    internal RemoveTenant(
        CatalogueChanges changes, DatabaseEngine engine, DataFolder data, AuditHeads heads, TenantMemory memory) =>
        (_changes, _engine, _data, _heads, _memory) = (changes, engine, data, heads, memory);

    /// <returns>The export's path, or null when there is no such tenant.</returns>
    public async Task<string?> Execute(TenantId id, Actor actor, CancellationToken cancel)
    {
        if (!await Close(id, cancel))
            return null;
        // Named after the tenant and the day it was closed, so that a repeated removal finds the export it made.
        var export = Path.Combine(_data.Exports, $"{id.Code}.zip");
        if (!File.Exists(export))
            await Export(id, export, cancel);
        await _engine.Drop(id, cancel);
        foreach (var place in Enum.GetValues<TenantPlace>())
            Delete(_data.PlaceOf(id, place));
        await Forget(id, actor, cancel);
        var kept = Path.Combine(_data.Exports, $"{id.Code}-{Guid.CreateVersion7():N}.zip");
        File.Move(export, kept);
        return kept;
    }

    /// <summary>From here on the tenant is not resolved any more; another process sees that within a second.</summary>
    private async Task<bool> Close(TenantId id, CancellationToken cancel)
    {
        await using var change = await _changes.Begin(cancel);
        var row = await change.Db.Tenants.SingleOrDefaultAsync(t => t.Id == id.Code, cancel);
        if (row is null)
            return false;
        row.State = nameof(TenantState.Removing);
        await change.Db.RaiseVersion(cancel);
        await change.Commit(cancel);
        _memory.Forget(id);
        return true;
    }

    private async Task Export(TenantId id, string export, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("igw-export-").FullName;
        try
        {
            await _engine.Export(id, Path.Combine(folder, "tenant.db"), cancel);
            var temporary = export + ".tmp";
            File.Delete(temporary);
            await ZipFile.CreateFromDirectoryAsync(folder, temporary, cancel);
            await using (var zip = await ZipFile.OpenAsync(temporary, ZipArchiveMode.Update, cancel))
            {
                foreach (var place in Enum.GetValues<TenantPlace>())
                    await AddFiles(zip, place, _data.PlaceOf(id, place), cancel);
            }
            File.Move(temporary, export, overwrite: true);
        }
        finally
        {
            Delete(folder);
        }
    }

    private static async Task AddFiles(ZipArchive zip, TenantPlace place, string folder, CancellationToken cancel)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal))
        {
            var name = $"{place.ToString().ToLowerInvariant()}/{Path.GetRelativePath(folder, file).Replace('\\', '/')}";
            await zip.CreateEntryFromFileAsync(file, name, cancel);
        }
    }

    private async Task Forget(TenantId id, Actor actor, CancellationToken cancel)
    {
        await _heads.Remove(id.Code, cancel);
        await using var change = await _changes.Begin(cancel);
        await change.Db.Tenants.Where(t => t.Id == id.Code).ExecuteDeleteAsync(cancel);
        await change.Db.RaiseVersion(cancel);
        change.Record(new AuditEvent("tenant.removed", id.Code), actor);
        await change.Commit(cancel);
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
