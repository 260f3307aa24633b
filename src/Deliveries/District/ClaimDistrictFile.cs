using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Writes the row of each file found, and takes it out of the drop folder in one move.</summary>
internal sealed class ClaimDistrictFile(CatalogueChanges changes, PlatformFiles files)
{
    /// <summary>Claims files from the drop folder; one that another process claimed is left to it.</summary>
    public async Task<int> FromDrop(IReadOnlyList<DropFile> found, CancellationToken cancel)
    {
        await using var change = await changes.Begin(cancel);
        var rows = change.Db.DistrictFiles;
        var waiting = await rows.AsNoTracking()
            .Where(f => f.State == DistrictState.Waiting && f.DropName != null).ToListAsync(cancel);
        for (var at = waiting.Count - 1; at >= 0; at--)
            // Taken already: what lies there now under its name is another.
            if (await IsTaken(waiting[at], cancel))
                waiting.RemoveAt(at);
        var (claimed, next) = (new List<DistrictFile>(), await Last(change.Db, cancel));
        foreach (var file in found.Where(f => !waiting.Any(w => w.DropName == f.Name)))
            if (await files.Exists(PlatformPlace.DistrictDrop, file.Name, cancel))
                claimed.Add(Row(++next, file, change.At));
        rows.AddRange(claimed);
        await change.Commit(cancel);
        foreach (var file in claimed)
            await Take(file, cancel);
        return claimed.Count;
    }

    private static DistrictFile Row(long number, DropFile file, DateTime at) => new()
    {
        Number = number, Supplier = file.Supplier, FileName = file.FileName, DropName = file.Name,
        HasManifest = file.HasManifest, StoredName = $"{Guid.CreateVersion7():N}", FoundAt = at,
        Actor = file.Supplier, Origin = "dropzone",
    };

    /// <summary>Claims a file that already lies with the platform under <paramref name="stored"/>.</summary>
    public async Task<long> Submitted(
        SupplierCode supplier, string fileName, string stored, Actor actor, CancellationToken cancel)
    {
        await using var change = await changes.Begin(cancel);
        return await Add(change, new(supplier, fileName, stored), actor, cancel);
    }

    /// <summary>Claims a file that its supplier offered and now delivers; however often it is asked, once.</summary>
    /// <returns>Null when the file is not here any more.</returns>
    public async Task<long?> Offered(
        SupplierCode supplier, string fileName, Guid offer, Actor actor, CancellationToken cancel)
    {
        var stored = OfferFolder.FileOf(offer);
        await using var change = await changes.Begin(cancel);
        if (await Claimed(change.Db, stored, cancel) is { } claimed)
            return claimed;
        return await new DistrictOfferFolder(files).Take(offer, cancel)
            ? await Add(change, new(supplier, fileName, stored), actor, cancel) : null;
    }

    /// <summary>Takes a claimed file out of the drop folder; safe to repeat, and from several processes.</summary>
    /// <returns>False when it is gone.</returns>
    public async Task<bool> Take(DistrictFile file, CancellationToken cancel)
    {
        if (file.DropName is null || await IsTaken(file, cancel))
            return await IsTaken(file, cancel);
        if (file.HasManifest)
            await files.Take(file.DropName + Manifest.Suffix, file.ManifestName, cancel);
        await files.Take(file.DropName, file.StoredName, cancel);
        return await IsTaken(file, cancel);
    }

    private static async Task<long> Add(
        AuditedChange<CatalogueDb> change, UnclaimedFile file, Actor actor, CancellationToken cancel)
    {
        var number = await Last(change.Db, cancel) + 1;
        change.Db.DistrictFiles.Add(new DistrictFile
        {
            Number = number, Supplier = file.Supplier.Code, FileName = file.FileName, StoredName = file.StoredName,
            FoundAt = change.At, Actor = actor.Name, Origin = actor.Origin,
        });
        await change.Commit(cancel);
        return number;
    }

    private static async Task<long?> Claimed(CatalogueDb db, string stored, CancellationToken cancel)
    {
        var rows = db.DistrictFiles;
        return (await rows.AsNoTracking().SingleOrDefaultAsync(f => f.StoredName == stored, cancel))?.Number;
    }

    private Task<bool> IsTaken(DistrictFile file, CancellationToken cancel) =>
        files.Exists(PlatformPlace.DistrictIncoming, file.StoredName, cancel);

    private static async Task<long> Last(CatalogueDb db, CancellationToken cancel)
    {
        var rows = db.DistrictFiles;
        return await rows.MaxAsync(f => (long?)f.Number, cancel) ?? 0;
    }
}
