using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Tenancy;

/// <summary>
/// Ends requests of the current tenant that nobody decided about in time, and finishes approved ones that something
/// came between. Safe to repeat.
/// </summary>
public sealed class SettleChanges
{
    private readonly TenantChanges _changes;
    private readonly TenantDb _db;
    private readonly ChangeKinds _kinds;
    private readonly FinishChange _finish;

    internal SettleChanges(TenantChanges changes, TenantDb db, ChangeKinds kinds, FinishChange finish) =>
        (_changes, _db, _kinds, _finish) = (changes, db, kinds, finish);

    /// <returns>How many requests expired.</returns>
    public async Task<int> Execute(CancellationToken cancel)
    {
        var requests = _db.ChangeRequests;
        foreach (var id in await requests.AsNoTracking()
            .Where(r => (r.State == ChangeState.Approved || r.State == ChangeState.Alone) && r.FinishedAt == null)
            .Select(r => r.Id).ToListAsync(cancel))
            await _finish.Execute(id, cancel);
        if (!await requests.AnyAsync(r => r.State == ChangeState.Open, cancel))
            return 0;
        await using var change = await _changes.Begin(cancel);
        var open = await requests.Where(r => r.State == ChangeState.Open).ToListAsync(cancel);
        List<ChangeRequest> late = [.. open.Where(r => !r.IsOpenAt(change.At)).OrderBy(r => r.AskedAt)];
        foreach (var request in late)
        {
            (request.State, request.DecidedAt, request.DecidedBy) =
                (ChangeState.Expired, change.At, Actor.Platform.Name);
            change.Record(_kinds.Event("change.expired", request, ""), Actor.Platform);
        }
        if (late.Count > 0)
            await change.Commit(cancel);
        return late.Count;
    }
}
