using Microsoft.EntityFrameworkCore;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Forgets again, in a database that came back, the detail that is past its retention.</summary>
internal static class ForgetDetailAgain
{
    public static async Task Execute(TenantScope scope, AuditedChange<TenantDb> change, CancellationToken cancel)
    {
        var terms = change.Db.RetentionTerms;
        var keeping = (await terms.AsNoTracking().SingleOrDefaultAsync(cancel) ?? new RetentionTerms()).ToKeeping();
        await RunRetention.Forget(
            change, scope.Get<CoarsenFacts>(), PlanRetention.FirstWithDetail(change.At, keeping), Actor.Platform,
            cancel);
    }
}
