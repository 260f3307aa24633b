using Microsoft.EntityFrameworkCore;
using Twente.Igw.Regional;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Publishing;

/// <summary>What somebody says of a month that she approves.</summary>
/// <param name="Proposal">Number of the proposal that she read.</param>
/// <param name="Note">Her duiding, a sentence or more.</param>
/// <param name="NothingParticular">She says "geen bijzonderheden" instead.</param>
/// <param name="Roles">The words of the roles that she has at this gemeente.</param>
public sealed record Approval(long Proposal, string Note, bool NothingParticular, IReadOnlyList<string> Roles);

/// <summary>
/// Approves what is published about a month, with a duiding. Only the role that the gemeente named may; published it is
/// on the agreed day, or at once when that has passed.
/// </summary>
public sealed class ApproveProposal
{
    private const int FewestWords = 3;

    private readonly TenantChanges _changes;

    internal ApproveProposal(TenantChanges changes) => _changes = changes;

    /// <returns>Why it is not approved, or null when it is.</returns>
    public async Task<RegionalRefusal?> Execute(Approval approval, Actor actor, CancellationToken cancel)
    {
        var note = approval.NothingParticular ? "" : approval.Note.Trim();
        if (Objection(approval, note) is { } refused)
            return refused;
        await using var change = await _changes.Begin(cancel);
        var (acceptances, proposals) = (change.Db.Acceptances, change.Db.Proposals);
        if (await acceptances.AsNoTracking().SingleOrDefaultAsync(a => a.EndedAt == null, cancel) is not { } accepted)
            return new("region.not-taking-part", "Deze gemeente doet niet mee aan de regio.");
        if (!approval.Roles.Contains(accepted.ApproverRole, StringComparer.Ordinal))
            return new("region.other-role", $"Bij deze gemeente geeft de rol {accepted.ApproverRole} een maand vrij.");
        var proposal = await proposals.SingleOrDefaultAsync(p => p.Number == approval.Proposal, cancel);
        if (proposal is not { State: ProposalState.Waiting })
            return new("region.not-waiting",
                $"Voorstel {approval.Proposal} wacht niet meer op goedkeuring. Bekijk het nieuwste voorstel.");
        (proposal.State, proposal.Note) = (ProposalState.Approved, note);
        (proposal.DecidedBy, proposal.DecidedAt) = (actor.Name, change.At);
        await change.Db.Tell(new RegionalMessage.Approved(proposal.Month, change.At), change.At, cancel);
        change.Record(
            new AuditEvent("region.approved", $"voorstel {proposal.Number} over {proposal.Month}"), actor);
        await change.Commit(cancel);
        return null;
    }

    /// <summary>Takes an approval back while it was not published yet.</summary>
    /// <returns>Why it is not taken back, or null when it is.</returns>
    public async Task<RegionalRefusal?> TakeBack(long number, Actor actor, CancellationToken cancel)
    {
        await using var change = await _changes.Begin(cancel);
        var proposals = change.Db.Proposals;
        var proposal = await proposals.SingleOrDefaultAsync(p => p.Number == number, cancel);
        if (proposal is not { State: ProposalState.Approved })
            return new("region.not-approved", $"Voorstel {number} is niet goedgekeurd, of al gepubliceerd.");
        (proposal.State, proposal.Note, proposal.DecidedBy, proposal.DecidedAt) =
            (ProposalState.Waiting, "", null, null);
        await change.Db.Tell(new RegionalMessage.Approved(proposal.Month, null), change.At, cancel);
        change.Record(
            new AuditEvent("region.approval-withdrawn", $"voorstel {proposal.Number} over {proposal.Month}"), actor);
        await change.Commit(cancel);
        return null;
    }

    private static RegionalRefusal? Objection(Approval approval, string note)
    {
        if (note.Length > Proposal.NoteLength)
            return new("region.note-too-long", $"De duiding is langer dan {Proposal.NoteLength} tekens.");
        var words = note.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        return approval.NothingParticular || words >= FewestWords
            ? null
            : new("region.note-missing", "Schrijf ten minste een zin duiding, of kies 'geen bijzonderheden'.");
    }
}
