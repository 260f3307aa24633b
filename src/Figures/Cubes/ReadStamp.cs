using Twente.Igw.Areas;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Figures;

/// <summary>A tenant's own settings as they stood at a data version.</summary>
/// <param name="Version">The data version they were read at, or a later one they stood at too.</param>
/// <param name="Boroughs">Her stadsdelen.</param>
/// <param name="Categories">What she changed in the product's categories.</param>
internal sealed record OwnSettings(long Version, BoroughBook Boroughs, CategoryBook Categories)
{
    public int CountInForce(DateOnly day) => Boroughs.CountInForce(day) + Categories.CountInForce(day);
}

/// <summary>Reads what a cube of the current tenant must be made of now.</summary>
internal sealed class ReadStamp(
    ICurrentTenant current, TenantDb db, AreaRegistry areas, ClosedFeeds closed, TimeProvider time)
{
    /// <summary>The day that decides which settings are in force.</summary>
    public DateOnly Today => time.DutchToday();

    /// <param name="known">The settings read before; read again only when the version is another.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <returns><c>Closed</c> names every closed feed, also those without figures here.</returns>
    public async Task<(CubeStamp Stamp, OwnSettings Settings)> Execute(OwnSettings? known, CancellationToken cancel)
    {
        var municipality = AreaCode.Parse(current.Tenant.Id.Code);
        // The version is read first: a change in between is then seen once more, never missed.
        var version = await db.ReadVersion(cancel);
        var settings = known?.Version == version ? known : new OwnSettings(
            version, await BoroughBook.Read(db, cancel), await CategoryBook.Read(db, cancel));
        var stamp = new CubeStamp(municipality, version, await areas.Version(municipality, cancel))
        {
            Closed = ClosedFeeds.Written(await closed.Of(current.Tenant.Id, cancel)),
            Settings = settings.CountInForce(Today),
        };
        return (stamp, settings);
    }
}
