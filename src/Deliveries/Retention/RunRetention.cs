using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Destroys what is past its retention: each delivery in a change of its own that is put on the list of destroyed ones
/// first, so that a run that is killed is finished by the next, and no backup brings anything back.
/// </summary>
public sealed class RunRetention
{
    private readonly PlanRetention _plan;
    private readonly DestroyDelivery _destroy;
    private readonly TenantChanges _changes;
    private readonly CoarsenFacts _coarsen;
    private readonly FollowUp _followUp;

    internal RunRetention(
        PlanRetention plan, DestroyDelivery destroy, TenantChanges changes, CoarsenFacts coarsen, FollowUp followUp) =>
        (_plan, _destroy, _changes, _coarsen, _followUp) = (plan, destroy, changes, coarsen, followUp);

    /// <summary>As a job.</summary>
    public Task Execute(CancellationToken cancel) => Execute(Actor.Platform, cancel);

    public async Task<RetentionRun> Execute(Actor actor, CancellationToken cancel)
    {
        var plan = await _plan.Execute(cancel);
        var done = new List<PlannedDestruction>();
        foreach (var due in plan.Due)
        {
            var outcome = due.What == DestroyedPart.Refused
                ? await _destroy.Refused(due.Delivery, ReasonOf(plan, due), actor, cancel)
                : await _destroy.Original(due.Delivery, ReasonOf(plan, due), actor, cancel);
            if (outcome is DecideDelivery.Outcome.Decided)
                done.Add(due);
        }
        return new RetentionRun(done, await Coarsen(plan, actor, cancel));
    }

    private async Task<int> Coarsen(RetentionPlan plan, Actor actor, CancellationToken cancel)
    {
        if (plan.FactsToCoarsen == 0)
            return 0;
        int forgotten;
        await using (var change = await _changes.Begin(cancel))
        {
            forgotten = await Forget(change, _coarsen, plan.FirstWithDetail, actor, cancel);
            await change.Commit(cancel);
        }
        await _followUp.Execute(cancel);
        return forgotten;
    }

    internal static async Task<int> Forget(
        AuditedChange<TenantDb> change, CoarsenFacts coarsen, IsoWeek first, Actor actor, CancellationToken cancel)
    {
        var forgotten = await coarsen.Execute(change, first, cancel);
        if (forgotten > 0)
            change.Record(
                new AuditEvent("facts.coarsened", $"weekdag en dagdeel van weken voor {first}",
                    Purpose: "bewaartermijn verstreken"), actor);
        return forgotten;
    }

    private static string ReasonOf(RetentionPlan plan, PlannedDestruction due) => due.What == DestroyedPart.Refused
        ? $"bewaartermijn verstreken: geweigerd bestand, {plan.Keeping.QuarantineDays} dagen"
        : $"bewaartermijn verstreken: origineel, tot {DutchDay.Of(due.DueAt):dd-MM-yyyy}";
}

/// <summary>What a run destroyed.</summary>
/// <param name="Destroyed">Deliveries, or their originals.</param>
/// <param name="Coarsened">Facts that lost weekday and daypart.</param>
public sealed record RetentionRun(IReadOnlyList<PlannedDestruction> Destroyed, int Coarsened);
