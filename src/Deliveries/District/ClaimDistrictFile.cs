using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Writes the row of each file found, and takes it out of the drop folder in one move.</summary>
internal sealed class ClaimDistrictFile(CatalogueChanges changes, DataFolder data)
{
    /// <summary>Claims files from the drop folder; one that another process claimed is left to it.</summary>
    public async Task<int> FromDrop(IReadOnlyList<DropFile> files, CancellationToken cancel)
    {
        await using var change = await changes.Begin(cancel);
        var rows = change.Db.DistrictFiles;
        var waiting = await rows.AsNoTracking()
            .Where(f => f.State == DistrictState.Waiting && f.DropName != null).ToListAsync(cancel);
        var elsewhere = waiting.Where(f => !IsTaken(f)).Select(f => f.DropName).ToHashSet(StringComparer.Ordinal);
        var next = await Last(change.Db, cancel);
        List<DistrictFile> claimed = [.. files
            .Where(f => !elsewhere.Contains(f.Name) && File.Exists(f.Path))
            .Select(f => new DistrictFile
            {
                Number = ++next, Supplier = f.Supplier, FileName = f.FileName, DropName = f.Name,
                HasManifest = f.HasManifest, StoredName = $"{Guid.CreateVersion7():N}", FoundAt = change.At,
                Actor = f.Supplier, Origin = "dropzone",
            })];
        rows.AddRange(claimed);
        await change.Commit(cancel);
        foreach (var file in claimed)
            Take(file);
        return claimed.Count;
    }

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
        await using var change = await changes.Begin(cancel);
        var (rows, stored) = (change.Db.DistrictFiles, $"{offer:N}");
        var claimed = await rows.AsNoTracking().SingleOrDefaultAsync(f => f.StoredName == stored, cancel);
        if (claimed is not null)
            return claimed.Number;
        if (!DeliverOffer.Take(
            OfferFolder.OfDistrict(data), offer, name => Path.Combine(data.DistrictIncoming, name)))
            return null;
        return await Add(change, new(supplier, fileName, stored), actor, cancel);
    }

    /// <summary>Takes a claimed file out of the drop folder; safe to repeat, and from several processes.</summary>
    /// <returns>False when it is gone.</returns>
    public bool Take(DistrictFile file)
    {
        if (file.DropName is null || IsTaken(file))
            return IsTaken(file);
        if (file.HasManifest)
            TryMove(file.DropName + Manifest.Suffix, file.ManifestName);
        TryMove(file.DropName, file.StoredName);
        return IsTaken(file);
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

    private bool IsTaken(DistrictFile file) => File.Exists(Path.Combine(data.DistrictIncoming, file.StoredName));

    private void TryMove(string dropName, string stored)
    {
        try
        {
            // Never over a file that is there: that one was taken by another process a moment ago.
            File.Move(
                Path.Combine(data.DistrictDrop, dropName), Path.Combine(data.DistrictIncoming, stored),
                overwrite: false);
        }
        catch (FileNotFoundException)
        {
            // Taken by another process, or removed by its supplier: what lies there now decides.
        }
        catch (IOException) when (File.Exists(Path.Combine(data.DistrictIncoming, stored)))
        {
            // As above.
        }
    }

    private static async Task<long> Last(CatalogueDb db, CancellationToken cancel)
    {
        var rows = db.DistrictFiles;
        return await rows.MaxAsync(f => (long?)f.Number, cancel) ?? 0;
    }
}
