using Microsoft.EntityFrameworkCore;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Tells what of the current tenant will be destroyed and when; changes nothing.</summary>
public sealed class PlanRetention
{
    private readonly TenantDb _db;
    private readonly ListAgreements _agreements;
    private readonly Contracts _contracts;
    private readonly CoarsenFacts _coarsen;
    private readonly TimeProvider _time;

    internal PlanRetention(
        TenantDb db, ListAgreements agreements, Contracts contracts, CoarsenFacts coarsen, TimeProvider time) =>
        (_db, _agreements, _contracts, _coarsen, _time) = (db, agreements, contracts, coarsen, time);

    public async Task<RetentionPlan> Execute(CancellationToken cancel)
    {
        var (terms, deliveries, now) = (_db.RetentionTerms, _db.Deliveries, _time.GetUtcNow().UtcDateTime);
        var keeping = (await terms.AsNoTracking().SingleOrDefaultAsync(cancel) ?? new RetentionTerms()).ToKeeping();
        // A refused delivery whose file is gone already may still have findings that quote it.
        var kept = await deliveries.AsNoTracking()
            .Where(d => d.State == DeliveryState.Refused
                || (d.State != DeliveryState.Destroyed && d.StoredIn != OriginalPlace.Gone))
            .Select(d => new KeptDelivery(
                d.Number, d.FileName, d.Supplier, d.Contract, d.State, d.ReceivedAt, d.DecidedAt))
            .ToListAsync(cancel);
        var months = await MonthsByFeed(cancel);
        var first = FirstWithDetail(now, keeping);
        return new RetentionPlan
        {
            Keeping = keeping, At = now, FirstWithDetail = first,
            FactsToCoarsen = await _coarsen.Count(_db, first, cancel),
            Destructions = [.. RetentionPlan.Of(kept, keeping, d => MonthsOf(d, months))],
        };
    }

    /// <summary>The week so many years back; a week that began before then has lost its detail.</summary>
    internal static IsoWeek FirstWithDetail(DateTime now, Keeping keeping)
    {
        var day = DutchDay.Of(now).AddYears(-keeping.DetailYears);
        return IsoWeek.Of(NodaTime.LocalDate.FromDateOnly(day));
    }

    /// <summary>As agreed with the supplier for this form of file; where nothing is, the default.</summary>
    private int MonthsOf(
        KeptDelivery delivery, Dictionary<(string Supplier, string Contract), int> months)
    {
        var contract = _contracts.Of(delivery.File)?.Name ?? delivery.Contract ?? "";
        return months.TryGetValue((delivery.Supplier, contract), out var agreed) ? agreed : DefaultMonths;
    }

    private const int DefaultMonths = 13;

    private async Task<Dictionary<(string, string), int>> MonthsByFeed(CancellationToken cancel)
    {
        var lines = await _agreements.Execute(_db.Owner, cancel);
        // By first day: of two agreements that followed each other the later one decides.
        return lines.OrderBy(l => l.From).GroupBy(l => (l.Supplier, l.Contract))
            .ToDictionary(g => g.Key, g => g.Last().OriginalsKeptMonths);
    }
}
