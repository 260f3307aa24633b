using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>The limits of plausibility that hold at the current tenant.</summary>
public sealed class ShowLimits(TenantDb db)
{
    public Task<Limits> Execute(CancellationToken cancel) => Read(db, cancel);

    internal static async Task<Limits> Read(TenantDb db, CancellationToken cancel)
    {
        var limits = db.PlausibilityLimits;
        return (await limits.AsNoTracking().SingleOrDefaultAsync(cancel) ?? new PlausibilityLimits()).ToLimits();
    }
}
