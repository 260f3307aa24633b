using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Writes the row of each file found in the current tenant's drop zone; each file gets one.</summary>
internal sealed class ClaimArrivals(TenantDb db, TenantFiles files, TenantChanges changes)
{
    public async Task<IReadOnlyList<Arrival>> Execute(IReadOnlyList<DropFile> ready, CancellationToken cancel)
    {
        await FinishMoves(ready, cancel);
        await using var change = await changes.Begin(cancel);
        var arrivals = change.Db.Arrivals;
        var elsewhere = await ClaimedElsewhere(arrivals, ready, cancel);
        var next = await arrivals.MaxAsync(a => (long?)a.Number, cancel) ?? 0;
        var claimed = new List<Arrival>();
        foreach (var file in ready.Where(f => !elsewhere.Contains(f.Name)))
            // On disk another process may have taken it since it was listed; elsewhere its tag would have told.
            if (file.Tag is not null || await files.Exists(TenantPlace.Drop, file.Name, cancel))
                claimed.Add(Arrival(++next, file, await GrantOf(change.Db, file, cancel), change.At));
        arrivals.AddRange(claimed);
        await change.Commit(cancel);
        return claimed;
    }

    /// <summary>Takes away what a killed process copied and did not come to delete.</summary>
    private async Task FinishMoves(IReadOnlyList<DropFile> ready, CancellationToken cancel)
    {
        if (!files.AreWholeWhenSeen)
            return;
        var (arrivals, tags) = (db.Arrivals, ready.Select(f => f.Tag).ToList());
        foreach (var known in await arrivals.AsNoTracking().Where(a => tags.Contains(a.DropTag)).ToListAsync(cancel))
            await IncomingFile.Finish(files, known, cancel);
    }

    private async Task<IReadOnlySet<string?>> ClaimedElsewhere(
        DbSet<Arrival> arrivals, IReadOnlyList<DropFile> ready, CancellationToken cancel)
    {
        var (names, tags) = (ready.Select(f => f.Name).ToList(), ready.Select(f => f.Tag).OfType<string>().ToList());
        if (files.AreWholeWhenSeen)
            return (await arrivals.AsNoTracking().Where(a => a.DropTag != null && tags.Contains(a.DropTag))
                .Select(a => a.DropName).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        var elsewhere = new HashSet<string?>(StringComparer.Ordinal);
        var waiting = await arrivals.AsNoTracking()
            .Where(a => a.State == ArrivalState.Waiting && a.DropName != null && names.Contains(a.DropName))
            .ToListAsync(cancel);
        foreach (var arrival in waiting)
            // Claimed by another process and not yet taken: the file lying there is that one.
            if (!await IncomingFile.IsTaken(files, arrival, cancel))
                elsewhere.Add(arrival.DropName);
        return elsewhere;
    }

    /// <summary>The grant a file was uploaded with: its name there is the grant's.</summary>
    private static async Task<UploadGrant?> GrantOf(TenantDb db, DropFile file, CancellationToken cancel)
    {
        if (!Guid.TryParseExact(file.FileName, "N", out var id))
            return null;
        var grants = db.UploadGrants;
        return await grants.AsNoTracking().SingleOrDefaultAsync(g => g.Id == id && g.Supplier == file.Supplier, cancel);
    }

    private static Arrival Arrival(long number, DropFile file, UploadGrant? grant, DateTime at) => new()
    {
        Number = number, Supplier = file.Supplier, FileName = grant?.FileName ?? file.FileName, DropName = file.Name,
        DropTag = file.Tag, HasManifest = file.HasManifest, StoredName = $"{Guid.CreateVersion7():N}", FoundAt = at,
        Actor = grant?.IssuedTo ?? file.Supplier, Origin = "dropzone", Grant = grant?.Id,
    };
}
