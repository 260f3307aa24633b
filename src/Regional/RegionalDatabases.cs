using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Twente.Igw.Regional;

/// <summary>The two ways to the region's database.</summary>
/// <param name="reader">Opens it as the principal that can only read: what every page and answer is read with.</param>
/// <param name="writer">Opens it as the principal that publishes.</param>
/// <param name="beginExclusive">Begins a transaction that holds the one exclusive lock of the database.</param>
public sealed class RegionalDatabases(
    Func<RegionalDb> reader, Func<RegionalDb> writer,
    Func<RegionalDb, CancellationToken, Task<IDbContextTransaction>> beginExclusive)
{
    public RegionalDb OpenToRead() => reader();

    internal RegionalDb OpenToWrite() => writer();

    /// <summary>Makes one change, alone over all processes; the region's version rises with it.</summary>
    /// <param name="change">Makes it; false when there is nothing to change.</param>
    /// <param name="cancel">Gives up; nothing is changed then.</param>
    internal async Task<bool> Change(Func<RegionalDb, Task<bool>> change, CancellationToken cancel)
    {
        await using var db = writer();
        await using var transaction = await beginExclusive(db, cancel);
        if (!await change(db))
            return false;
        var version = await db.Versions.SingleOrDefaultAsync(cancel);
        if (version is null)
            db.Versions.Add(version = new RegionVersion());
        version.Version++;
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
