using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Deletes files that were checked and, within a day, not delivered.</summary>
public sealed class ForgetOffers(TenantFiles files, TimeProvider time)
{
    internal static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>As a job, for the current tenant.</summary>
    public Task Execute(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        OfferFolder.Of(files).DeleteBefore(time.GetUtcNow().UtcDateTime - Kept);
        return Task.CompletedTask;
    }
}

/// <summary>The same for files of several gemeenten.</summary>
public sealed class ForgetDistrictOffers(DataFolder data, TimeProvider time)
{
    public void Execute() =>
        OfferFolder.OfDistrict(data).DeleteBefore(time.GetUtcNow().UtcDateTime - ForgetOffers.Kept);
}
