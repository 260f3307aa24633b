using Microsoft.EntityFrameworkCore;
using Twente.Igw.Regional;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Publishing;

/// <summary>
/// Publishes what was approved once its agreed day has come: exactly what was approved, and of that only what is new or
/// was corrected since.
/// </summary>
public sealed class PublishApproved
{
    private readonly TenantChanges _changes;
    private readonly TenantDb _db;
    private readonly ReadRegion _region;
    private readonly TimeProvider _time;

    internal PublishApproved(TenantChanges changes, TenantDb db, ReadRegion region, TimeProvider time) =>
        (_changes, _db, _region, _time) = (changes, db, region, time);

    /// <returns>How many proposals were published.</returns>
    public async Task<int> Execute(CancellationToken cancel)
    {
        var waiting = _db.Proposals;
        if (!await waiting.AnyAsync(p => p.State == ProposalState.Approved, cancel))
            return 0;
        var models = (await _region.Execute(cancel)).Models;
        await using var change = await _changes.Begin(cancel);
        var (acceptances, proposals) = (change.Db.Acceptances, change.Db.Proposals);
        if (await acceptances.AsNoTracking().SingleOrDefaultAsync(a => a.EndedAt == null, cancel) is not { } accepted)
            return 0;
        var published = 0;
        foreach (var proposal in await proposals.Where(p => p.State == ProposalState.Approved)
            .OrderBy(p => p.Number).ToListAsync(cancel))
        {
            var model = models.FirstOrDefault(m => m.Version == proposal.ModelVersion);
            if (model is null || _time.DutchToday() < model.PublishedOn(proposal.Period))
                continue;
            await Publish(change, proposal, accepted.ApproverRole, cancel);
            published++;
        }
        await change.Commit(cancel);
        return published;
    }

    private static async Task Publish(
        AuditedChange<TenantDb> change, Proposal proposal, string role, CancellationToken cancel)
    {
        var proposals = change.Db.Proposals;
        var told = new Dictionary<CellName, int?>();
        // What was withdrawn is not in the region any more, and is told again.
        foreach (var cell in (await proposals.AsNoTracking().Where(p => p.State == ProposalState.Published)
            .OrderBy(p => p.Number).Select(p => p.Cells).ToListAsync(cancel)).SelectMany(ProtectedCells.Read))
            told[cell.Name] = cell.Value;
        var news = ProtectedCells.Read(proposal.Cells)
            .Where(c => !told.TryGetValue(c.Name, out var before) || before != c.Value);
        (proposal.State, proposal.PublishedAt) = (ProposalState.Published, change.At);
        await change.Db.Tell(new RegionalMessage.Published(
            proposal.Month, proposal.BoundaryYear, proposal.ModelVersion, proposal.Note, role,
            proposal.DecidedAt!.Value, ProtectedCells.Write(news)), change.At, cancel);
        change.Record(
            new AuditEvent("region.published", $"voorstel {proposal.Number} over {proposal.Month}"), Actor.Platform);
        await change.Db.SaveChangesAsync(cancel);
    }
}
