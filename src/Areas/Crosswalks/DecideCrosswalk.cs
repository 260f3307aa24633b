using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Areas;

/// <summary>A person's word on a crosswalk: from then on figures are converted with it, or not.</summary>
public sealed class DecideCrosswalk
{
    private readonly CatalogueChanges _changes;
    private readonly AreaRegistry _registry;
    private readonly ListCrosswalks _list;

    internal DecideCrosswalk(CatalogueChanges changes, AreaRegistry registry, ListCrosswalks list) =>
        (_changes, _registry, _list) = (changes, registry, list);

    /// <summary>Takes a draft into use; what was in use for the same two years is replaced.</summary>
    /// <param name="municipality">Whose crosswalk it is; another's is unknown here.</param>
    /// <param name="number">Its number.</param>
    /// <param name="reason">Why; stays with the crosswalk.</param>
    /// <param name="actor">Who decides, by role.</param>
    /// <param name="cancel">Undoes it.</param>
    public async Task<Outcome> Approve(
        AreaCode municipality, long number, string reason, Actor actor, CancellationToken cancel)
    {
        if (await _list.Find(municipality, number, cancel) is not { } crosswalk)
            return new Outcome.Unknown();
        var from = await _registry.Find(municipality, crosswalk.FromYear, cancel);
        var to = await _registry.Find(municipality, crosswalk.ToYear, cancel);
        if (from is null || to is null || !CheckCrosswalk.Fits(crosswalk.Rows, from, to))
            return new Outcome.DoesNotFit();
        return await Decide(crosswalk, CrosswalkState.Reviewed, [CrosswalkState.Draft], (reason, actor), cancel);
    }

    /// <summary>Puts a draft aside, or takes one that is in use out of use.</summary>
    /// <inheritdoc cref="Approve"/>
    public async Task<Outcome> Reject(
        AreaCode municipality, long number, string reason, Actor actor, CancellationToken cancel) =>
        await _list.Find(municipality, number, cancel) is not { } crosswalk
            ? new Outcome.Unknown()
            : await Decide(
                crosswalk, CrosswalkState.Rejected, [CrosswalkState.Draft, CrosswalkState.Reviewed], (reason, actor),
                cancel);

    private async Task<Outcome> Decide(
        Crosswalk crosswalk, CrosswalkState state, CrosswalkState[] possible, (string Reason, Actor Actor) why,
        CancellationToken cancel)
    {
        await using var change = await _changes.Begin(cancel);
        var heads = change.Db.Crosswalks;
        var (municipality, from, to) = (crosswalk.Municipality.Code, crosswalk.FromYear, crosswalk.ToYear);
        var all = await heads.Where(h => h.Municipality == municipality && h.FromYear == from && h.ToYear == to)
            .ToListAsync(cancel);
        var head = all.Single(h => h.Number == crosswalk.Number);
        if (!possible.Contains(head.State))
            return new Outcome.WrongState(head.State);
        var replaced = all.Where(h => h.State == CrosswalkState.Reviewed && state == CrosswalkState.Reviewed).ToList();
        if (state == CrosswalkState.Reviewed || head.State == CrosswalkState.Reviewed)
            head.Version = await change.Db.RaiseVersion(cancel);
        foreach (var before in replaced)
            before.State = CrosswalkState.Replaced;
        (head.State, head.DecidedAt, head.DecidedBy, head.Reason) = (state, change.At, why.Actor.Name, why.Reason);
        var word = state == CrosswalkState.Reviewed ? "crosswalk.approved" : "crosswalk.rejected";
        var subject = $"omrekentabel {head.Number} van {municipality}, {from} naar {to}";
        // The audit line is narrower than the reason, which stands in full with the crosswalk.
        var purpose = why.Reason.Length <= 300 ? why.Reason : why.Reason[..300];
        change.Record(new AuditEvent(word, subject, Purpose: purpose), why.Actor);
        await change.Commit(cancel);
        _registry.Forget();
        return new Outcome.Decided(state);
    }

    /// <summary>What a decision can end in.</summary>
    public abstract record Outcome
    {
        /// <summary>It is so from now on.</summary>
        public sealed record Decided(CrosswalkState State) : Outcome;

        /// <summary>Somebody decided before; nothing was changed.</summary>
        public sealed record WrongState(CrosswalkState Is) : Outcome;

        /// <summary>The areas of one of its years were imported anew with other codes.</summary>
        public sealed record DoesNotFit : Outcome;

        /// <summary>This municipality has no crosswalk with this number.</summary>
        public sealed record Unknown : Outcome;
    }
}
