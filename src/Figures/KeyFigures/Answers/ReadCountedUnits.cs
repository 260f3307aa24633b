using Microsoft.EntityFrameworkCore;
using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>Reads the key figures of a municipality that count at a version, from its own database or the
/// catalogue.</summary>
internal static class ReadCountedUnits
{
    public static async Task<IReadOnlyList<CountedUnit>> Execute(
        DbContext db, AreaCode municipality, long version, CancellationToken cancel)
    {
        var (versions, code) = (db.KeyFigureVersions, municipality.Code);
        var counting = await versions.AsNoTracking()
            .Where(v => v.Municipality == code && v.FromVersion <= version && v.ToVersion > version)
            .ToListAsync(cancel);
        var (facts, deliveries) = (db.KeyFigureFacts, counting.Select(v => v.Delivery).Distinct().ToArray());
        var rows = await facts.AsNoTracking()
            .Where(f => f.Municipality == code && deliveries.Contains(f.Delivery))
            .Select(f => new { f.Delivery, f.Figure, f.Period, f.Area, f.State, f.Hundredths })
            .ToListAsync(cancel);
        var values = rows.ToLookup(
            r => (r.Delivery, r.Figure, r.Period, (int)AreaCode.Parse(r.Area).Level),
            r => (
                AreaCode.Parse(r.Area),
                r.State == KeyFigureFactRow.Known
                    ? KeyFigureValue.OfHundredths(r.Hundredths)
                    : KeyFigureValue.NotKnown));
        return [.. counting.Select(v => new CountedUnit(
            v.Unit, v.BoundaryYear, v.FromVersion,
            values[(v.Delivery, v.Figure, v.Period, v.Level)].ToDictionary())
        {
            Feed = new Feed(v.Contract, v.Supplier),
        })];
    }
}
