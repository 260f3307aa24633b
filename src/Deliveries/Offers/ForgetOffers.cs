using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Deletes files that were checked and, within a day, not delivered.</summary>
public sealed class ForgetOffers(TenantFiles files, TimeProvider time)
{
    internal static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>As a job, for the current tenant.</summary>
    public Task Execute(CancellationToken cancel) =>
        new TenantOfferFolder(files).DeleteBefore(time.GetUtcNow() - Kept, cancel);
}

/// <summary>The same for files of several gemeenten.</summary>
public sealed class ForgetDistrictOffers(PlatformFiles files, TimeProvider time)
{
    public Task Execute(CancellationToken cancel) =>
        new DistrictOfferFolder(files).DeleteBefore(time.GetUtcNow() - ForgetOffers.Kept, cancel);
}
