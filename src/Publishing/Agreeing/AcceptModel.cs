using Microsoft.EntityFrameworkCore;
using Twente.Igw.Regional;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Publishing;

/// <summary>
/// Accepts the model agreement of the region for the current gemeente; replaces what she accepted before.
/// </summary>
public sealed class AcceptModel
{
    private readonly TenantChanges _changes;
    private readonly ICurrentTenant _current;
    private readonly ReadRegion _region;

    internal AcceptModel(TenantChanges changes, ICurrentTenant current, ReadRegion region) =>
        (_changes, _current, _region) = (changes, current, region);

    /// <returns>Why it is not accepted, or null when it holds from now on.</returns>
    public async Task<RegionalRefusal?> Execute(AcceptanceWish wish, Actor actor, CancellationToken cancel)
    {
        var region = await _region.Anew(cancel);
        var tenant = _current.Tenant;
        if (region.Model is not { } model)
            return new("region.no-agreement", "De regio heeft nog geen modelafspraak.");
        if (!model.Members.Contains(tenant.Id.Code, StringComparer.Ordinal))
            return new("region.not-a-member", $"{tenant.Name} staat niet in de modelafspraak van de regio.");
        if (wish.Objection(model) is { } refused)
            return refused;
        await using var change = await _changes.Begin(cancel);
        var acceptances = change.Db.Acceptances;
        if (await acceptances.SingleOrDefaultAsync(a => a.EndedAt == null, cancel) is { } before)
            (before.EndedAt, before.EndedBy, before.EndReason) = (change.At, actor.Name, "vervangen");
        // What was proposed under other terms is not what she accepts now.
        var proposals = change.Db.Proposals;
        foreach (var open in await proposals
            .Where(p => p.State == ProposalState.Waiting || p.State == ProposalState.Approved).ToListAsync(cancel))
            open.State = ProposalState.Replaced;
        var last = await acceptances.MaxAsync(a => (long?)a.Number, cancel);
        var row = new Acceptance
        {
            Number = (last ?? 0) + 1, ModelVersion = wish.ModelVersion, From = wish.From.ToString(),
            Levels = wish.Levels, Units = wish.Units, Excluded = string.Join(' ', wish.Excluded),
            ApproverRole = wish.ApproverRole, Reason = wish.Reason.Trim(), At = change.At, By = actor.Name,
        };
        acceptances.Add(row);
        await change.Db.Tell(new RegionalMessage.Accepted(
            tenant.Name, row.ModelVersion, row.From, row.Levels, row.Units, [.. wish.Excluded], row.ApproverRole,
            row.Reason, change.At), change.At, cancel);
        change.Record(new AuditEvent("region.accepted", $"modelafspraak {row.ModelVersion}"), actor);
        await change.Commit(cancel);
        return null;
    }
}
