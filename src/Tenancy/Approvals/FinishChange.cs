using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Tenancy;

/// <summary>
/// Does what an approved change causes outside the tenant's database. It is repeated until it was done: an approval
/// stands, whatever is killed after it.
/// </summary>
internal sealed class FinishChange(TenantDb db, ChangeKinds kinds, TimeProvider time)
{
    public async Task Execute(Guid id, CancellationToken cancel)
    {
        var requests = db.ChangeRequests;
        var request = await requests.AsNoTracking().SingleAsync(r => r.Id == id, cancel);
        if (request.FinishedAt is not null || request.State is not (ChangeState.Approved or ChangeState.Alone))
            return;
        await kinds.Of(request.Kind).Finish(id, request.Given, request.AskedBy, cancel);
        var now = time.GetUtcNow().UtcDateTime;
        await requests.Where(r => r.Id == id).ExecuteUpdateAsync(r => r.SetProperty(x => x.FinishedAt, now), cancel);
    }
}
