using Microsoft.EntityFrameworkCore;
using Twente.Igw.Regional;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Publishing;

/// <summary>
/// Withdraws the current gemeente from the region: nothing of hers is published from then on, and what was goes, also
/// from every total.
/// </summary>
public sealed class EndAcceptance
{
    private readonly TenantChanges _changes;

    internal EndAcceptance(TenantChanges changes) => _changes = changes;

    /// <returns>Why nothing ended, or null when she has withdrawn.</returns>
    public async Task<RegionalRefusal?> Execute(string reason, Actor actor, CancellationToken cancel)
    {
        reason = reason.Trim();
        if (reason.Length is 0 or > Acceptance.ReasonLength)
            return new("region.reason-missing", $"Schrijf in 1 tot {Acceptance.ReasonLength} tekens op waarom.");
        await using var change = await _changes.Begin(cancel);
        var (acceptances, proposals) = (change.Db.Acceptances, change.Db.Proposals);
        if (await acceptances.SingleOrDefaultAsync(a => a.EndedAt == null, cancel) is not { } row)
            return new("region.not-taking-part",
                "Deze gemeente doet niet mee aan de regio; er is niets in te trekken.");
        (row.EndedAt, row.EndedBy, row.EndReason) = (change.At, actor.Name, reason);
        var open = await proposals
            .Where(p => p.State == ProposalState.Waiting || p.State == ProposalState.Approved).ToListAsync(cancel);
        foreach (var proposal in open)
            proposal.State = ProposalState.Withdrawn;
        await foreach (var published in proposals.Where(p => p.State == ProposalState.Published)
            .AsAsyncEnumerable().WithCancellation(cancel))
            published.State = ProposalState.Withdrawn;
        await change.Db.Tell(new RegionalMessage.Ended(change.At), change.At, cancel);
        change.Record(new AuditEvent("region.ended", $"modelafspraak {row.ModelVersion}", Purpose: reason), actor);
        await change.Commit(cancel);
        return null;
    }
}
