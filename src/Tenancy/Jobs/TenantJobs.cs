using System.Linq.Expressions;
using Hangfire;
using Hangfire.Common;
using Hangfire.States;

namespace Twente.Igw.Tenancy;

/// <summary>
/// Enqueues work for the current tenant; the tenant travels as a job parameter, never as an argument.
/// </summary>
public sealed class TenantJobs(IBackgroundJobClientV2 client, ICurrentTenant current)
{
    internal const string TenantParameter = "Tenant";

    /// <param name="call">A call whose arguments are ids only.</param>
    public void Enqueue<T>(Expression<Func<T, Task>> call) =>
        client.Create(
            Job.FromExpression(call),
            new EnqueuedState(),
            new Dictionary<string, object>(StringComparer.Ordinal) { [TenantParameter] = current.Tenant.Id.Code });
}
