using Twente.Igw.Figures;

namespace Twente.Igw.Deliveries;

/// <summary>What is destroyed, and from which moment on.</summary>
/// <param name="What">The whole delivery, or its original alone.</param>
/// <param name="Delivery">Its number.</param>
/// <param name="File">Its name as delivered.</param>
/// <param name="DueAt">From when, UTC.</param>
public sealed record PlannedDestruction(DestroyedPart What, long Delivery, string File, DateTime DueAt);

/// <summary>What goes of a delivery.</summary>
public enum DestroyedPart
{
    /// <summary>A refused delivery: its file and what its findings quote.</summary>
    Refused,

    /// <summary>The original of a delivery whose figures stay.</summary>
    Original,
}

/// <summary>What will be destroyed of a gemeente and when.</summary>
public sealed record RetentionPlan
{
    public required Keeping Keeping { get; init; }

    /// <summary>By moment, the first first; also what is not due yet.</summary>
    public required IReadOnlyList<PlannedDestruction> Destructions { get; init; }

    /// <summary>The first week that keeps weekday and daypart.</summary>
    public required IsoWeek FirstWithDetail { get; init; }

    /// <summary>Facts of earlier weeks that still have them.</summary>
    public required int FactsToCoarsen { get; init; }

    /// <summary>When the plan was made, UTC.</summary>
    public required DateTime At { get; init; }

    public IEnumerable<PlannedDestruction> Due => Destructions.Where(d => d.DueAt <= At);

    internal static IEnumerable<PlannedDestruction> Of(
        IEnumerable<KeptDelivery> kept, Keeping keeping, Func<KeptDelivery, int> monthsOf) =>
        kept.Select(d => d.State == DeliveryState.Refused
                ? new PlannedDestruction(
                    DestroyedPart.Refused, d.Number, d.File, (d.DecidedAt ?? d.ReceivedAt).AddDays(
                        keeping.QuarantineDays))
                : new PlannedDestruction(
                    DestroyedPart.Original, d.Number, d.File, d.ReceivedAt.AddMonths(monthsOf(d))))
            .OrderBy(d => d.DueAt).ThenBy(d => d.Delivery);
}

/// <summary>A delivery of which there is something to destroy.</summary>
internal sealed record KeptDelivery(
    long Number, string File, string Supplier, string? Contract, DeliveryState State, DateTime ReceivedAt,
    DateTime? DecidedAt);
