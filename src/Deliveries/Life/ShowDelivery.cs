using Microsoft.EntityFrameworkCore;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>One delivery of the current tenant with its findings and the weeks it took the place of.</summary>
public sealed class ShowDelivery(TenantDb db)
{
    /// <returns>Null when the tenant has no delivery with this number.</returns>
    public async Task<DeliveryView?> Execute(long number, CancellationToken cancel)
    {
        var (deliveries, findings, weeks) = (db.Deliveries, db.Findings, db.DeliveryWeeks);
        var line = await deliveries.AsNoTracking().Where(d => d.Number == number)
            .Select(DeliveryLine.OfRow).SingleOrDefaultAsync(cancel);
        if (line is null)
            return null;
        var decision = await deliveries.AsNoTracking().Where(d => d.Number == number)
            .Select(d => new { d.DecidedBy, d.Reason, d.WithdrawalAskedAt, d.WithdrawalReason }).SingleAsync(cancel);
        var found = await findings.AsNoTracking().Where(f => f.Delivery == number).OrderBy(f => f.Ordinal)
            .ToListAsync(cancel);
        var replaced = await weeks.AsNoTracking().Where(w => w.Delivery == number).OrderBy(w => w.Week)
            .ToListAsync(cancel);
        return new DeliveryView
        {
            Line = line, DecidedBy = decision.DecidedBy, Reason = decision.Reason,
            WithdrawalAskedAt = decision.WithdrawalAskedAt, WithdrawalReason = decision.WithdrawalReason,
            Findings = [.. found.Select(f => f.ToFinding())],
            Weeks = [.. replaced.Select(w => new WeekOfDelivery(
                IsoWeek.FromNumber(w.Week), w.BoundaryYear, w.Total, w.Replaced, w.ReplacedTotal, w.TookEffect))],
        };
    }
}

/// <summary>A delivery in full.</summary>
public sealed record DeliveryView
{
    public required DeliveryLine Line { get; init; }

    public required string DecidedBy { get; init; }

    public required string Reason { get; init; }

    /// <summary>When its supplier asked to take it back; null when it did not.</summary>
    public DateTime? WithdrawalAskedAt { get; init; }

    /// <summary>Why its supplier asked that.</summary>
    public string? WithdrawalReason { get; init; }

    /// <summary>The first 1,000.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Empty unless it was accepted.</summary>
    public required IReadOnlyList<WeekOfDelivery> Weeks { get; init; }
}

/// <summary>A week of an accepted delivery, with what counted before it.</summary>
/// <param name="Week">The week.</param>
/// <param name="BoundaryYear">Boundary year of its neighbourhoods.</param>
/// <param name="Total">Sum of <c>aantal</c>.</param>
/// <param name="Replaced">The delivery that counted before; null when the week was new.</param>
/// <param name="ReplacedTotal">Its sum of <c>aantal</c>.</param>
/// <param name="TookEffect">False when a newer delivery already counted for this week.</param>
public sealed record WeekOfDelivery(
    IsoWeek Week, int BoundaryYear, long Total, long? Replaced, long? ReplacedTotal, bool TookEffect);
