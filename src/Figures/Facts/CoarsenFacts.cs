using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Figures;

/// <summary>
/// Forgets weekday and daypart of facts from before a week: their counts stay. The one change a stored fact ever sees,
/// because detail that may not be kept must be gone and not merely hidden (decision 0018).
/// </summary>
public sealed class CoarsenFacts
{
    private const int Unknown = 0;

    /// <summary>How many facts from before a week still have detail.</summary>
    public Task<int> Count(TenantDb db, IsoWeek first, CancellationToken cancel) =>
        Detailed(db, first).CountAsync(cancel);

    /// <summary>
    /// In the caller's exclusive transaction, saved by the caller. Raises the data version when anything was forgotten.
    /// </summary>
    /// <param name="change">The change it is part of.</param>
    /// <param name="first">The first week that keeps its detail.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>Number of facts that had detail.</returns>
    public async Task<int> Execute(AuditedChange<TenantDb> change, IsoWeek first, CancellationToken cancel)
    {
        var (db, horizons) = (change.Db, change.Db.DetailHorizons);
        var forgotten = await Detailed(db, first).ExecuteUpdateAsync(
            f => f.SetProperty(x => x.Weekday, Unknown).SetProperty(x => x.Daypart, (int)Daypart.Unknown), cancel);
        if (forgotten == 0)
            return 0;
        var version = await db.RaiseVersion(cancel);
        db.VersionMoments.Add(new VersionMoment { Version = version, At = change.At });
        var row = await horizons.SingleOrDefaultAsync(h => h.Id == DetailHorizon.OnlyRow, cancel);
        if (row is null)
            horizons.Add(row = new DetailHorizon { Week = first.Number, Version = version, At = change.At });
        (row.Week, row.Version, row.At) = (Math.Max(row.Week, first.Number), version, change.At);
        return forgotten;
    }

    /// <summary>Null while nothing was forgotten.</summary>
    public async Task<ForgottenDetail?> Horizon(TenantDb db, CancellationToken cancel)
    {
        var horizons = db.DetailHorizons;
        return await horizons.AsNoTracking().SingleOrDefaultAsync(h => h.Id == DetailHorizon.OnlyRow, cancel)
            is { } row ? new ForgottenDetail(IsoWeek.FromNumber(row.Week), row.At) : null;
    }

    private static IQueryable<FactRow> Detailed(TenantDb db, IsoWeek first)
    {
        var (facts, week, unknown) = (db.Facts, first.Number, (int)Daypart.Unknown);
        return facts.Where(f => f.Week < week && (f.Weekday != Unknown || f.Daypart != unknown));
    }
}
