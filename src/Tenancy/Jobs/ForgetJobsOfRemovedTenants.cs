using Hangfire.Common;
using Hangfire.States;

namespace Twente.Igw.Tenancy;

/// <summary>
/// A job whose gemeente is no longer on the platform is deleted instead of tried again: there is nothing it could
/// work on, and nobody left to tell.
/// </summary>
public sealed class ForgetJobsOfRemovedTenants : JobFilterAttribute, IElectStateFilter
{
    /// <summary>Before the filter that schedules another try.</summary>
    public ForgetJobsOfRemovedTenants() => Order = 0;

    public void OnStateElection(ElectStateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.CandidateState is FailedState { Exception: var failure } && IsUnknownTenant(failure))
            context.CandidateState = new DeletedState { Reason = "De gemeente is van het platform verwijderd." };
    }

    private static bool IsUnknownTenant(Exception? failure) =>
        failure is UnknownTenantException || (failure is not null && IsUnknownTenant(failure.InnerException));
}
