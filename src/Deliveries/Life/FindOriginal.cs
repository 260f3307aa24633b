using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Finds the original of a delivery that is judged again, scans it again, and moves it where it belongs from then on.
/// </summary>
internal sealed class FindOriginal(TenantDb db, TenantFiles files, ScanFile scan)
{
    private static readonly TenantPlace[] Places =
        [TenantPlace.Archive, TenantPlace.Quarantine, TenantPlace.Incoming];

    /// <returns>Null when it is gone.</returns>
    public async Task<FoundOriginal?> Read(Delivery delivery, CancellationToken cancel)
    {
        if (await PlaceOf(delivery, cancel) is not { } place
            || await files.Read(place, delivery.StoredName, cancel) is not { } local)
            return null;
        try
        {
            var verdict = await scan.Execute(
                new ScanQuestion(local.Path, stop => files.Labels(place, delivery.StoredName, stop)), cancel);
            return new FoundOriginal(local, verdict, await GrantOf(delivery, cancel));
        }
        catch
        {
            local.Dispose();
            throw;
        }
    }

    /// <summary>Moves the original before the commit; it is found on either side.</summary>
    public async Task Keep(Delivery delivery, OriginalPlace where, CancellationToken cancel)
    {
        delivery.StoredIn = where;
        if (await PlaceOf(delivery, cancel) is not { } from)
            return;
        if (where == OriginalPlace.Platform)
            await files.SetApart(from, delivery.StoredName, cancel);
        else if (FileOriginal.KeptIn(where) is var to && to != from)
            await files.Move(from, delivery.StoredName, to, delivery.StoredName, cancel);
    }

    /// <summary>Where the original lies now: a crash may have left it on the other side of a move.</summary>
    private async Task<TenantPlace?> PlaceOf(Delivery delivery, CancellationToken cancel)
    {
        foreach (var place in Places)
            if (await files.Exists(place, delivery.StoredName, cancel))
                return place;
        return null;
    }

    private async Task<UploadGrant?> GrantOf(Delivery delivery, CancellationToken cancel)
    {
        var (arrivals, grants, stored) = (db.Arrivals, db.UploadGrants, delivery.StoredName);
        return await (
            from a in arrivals
            join g in grants.AsNoTracking() on a.Grant equals g.Id
            where a.StoredName == stored
            select g).SingleOrDefaultAsync(cancel);
    }
}

/// <summary>An original on this machine.</summary>
/// <param name="Local">Its bytes.</param>
/// <param name="Verdict">What is known now about harmful software in it.</param>
/// <param name="Grant">What it was uploaded with, or null.</param>
internal sealed record FoundOriginal(LocalFile Local, ScanVerdict Verdict, UploadGrant? Grant) : IDisposable
{
    public string Path => Local.Path;

    public string? Malware => (Verdict as ScanVerdict.Infected)?.Name;

    public bool Unscanned => Verdict is ScanVerdict.Unknown;

    public void Dispose() => Local.Dispose();
}
