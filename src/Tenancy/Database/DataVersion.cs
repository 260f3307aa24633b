using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Tenancy;

/// <summary>
/// The single row that rises with every change readers must see; each process compares it every second. A tenant's
/// database has one, the catalogue has one.
/// </summary>
public sealed class DataVersion
{
    internal const int OnlyRow = 1;

    public int Id { get; init; } = OnlyRow;

    public long Version { get; set; }

    internal static void Map(ModelBuilder model) => model.Entity<DataVersion>(version =>
    {
        version.ToTable("DataVersion");
        version.Property(v => v.Id).ValueGeneratedNever();
    });
}

/// <summary>Reading and raising the version of a tenant or of the catalogue.</summary>
public static class DataVersions
{
    /// <summary>The version now; 0 while nothing was ever changed.</summary>
    public static Task<long> ReadVersion(this TenantDb db, CancellationToken cancel) => Read(db.Versions, cancel);

    /// <inheritdoc cref="ReadVersion(TenantDb, CancellationToken)"/>
    public static Task<long> ReadVersion(this CatalogueDb db, CancellationToken cancel) => Read(db.Versions, cancel);

    /// <summary>Raises the version by one within the caller's exclusive transaction; saved by the caller.</summary>
    public static Task<long> RaiseVersion(this TenantDb db, CancellationToken cancel) => Raise(db, db.Versions, cancel);

    /// <inheritdoc cref="RaiseVersion(TenantDb, CancellationToken)"/>
    public static Task<long> RaiseVersion(this CatalogueDb db, CancellationToken cancel) =>
        Raise(db, db.Versions, cancel);

    /// <summary>Makes the version higher than the present one and this one; saved by the caller.</summary>
    public static async Task RaiseVersionAbove(this TenantDb db, long version, CancellationToken cancel)
    {
        await db.RaiseVersion(cancel);
        var row = db.Versions.Local.Single();
        row.Version = Math.Max(row.Version, version + 1);
    }

    private static Task<long> Read(DbSet<DataVersion> rows, CancellationToken cancel) =>
        rows.AsNoTracking().Where(v => v.Id == DataVersion.OnlyRow).Select(v => v.Version).SingleOrDefaultAsync(cancel);

    private static async Task<long> Raise(DbContext db, DbSet<DataVersion> rows, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException(
                "A data version rises only inside the exclusive transaction of its change.");
        var row = await rows.SingleOrDefaultAsync(v => v.Id == DataVersion.OnlyRow, cancel);
        if (row is null)
            rows.Add(row = new DataVersion());
        return ++row.Version;
    }
}
